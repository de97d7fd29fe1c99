package org.machinami.web.ckan;

import org.machinami.web.language.Messages;

/** What each action does and is asked with. */
final class Help {
  private Help() {}

  static String of(String action, Messages m) {
    return switch (action) {
      case "package_list" -> m.text("ckan.help.package_list");
      case "package_show" -> m.text("ckan.help.package_show");
      case "package_search" -> m.text("ckan.help.package_search");
      case "current_package_list_with_resources" -> m.text("ckan.help.current_package_list");
      case "resource_show" -> m.text("ckan.help.resource_show");
      case "resource_search" -> m.text("ckan.help.resource_search");
      case "package_autocomplete",
          "organization_autocomplete",
          "group_autocomplete",
          "format_autocomplete" ->
          m.text("ckan.help.autocomplete");
      case "tag_search", "tag_autocomplete" -> m.text("ckan.help.tag_search");
      case "group_package_show" -> m.text("ckan.help.group_package_show");
      case "organization_list", "group_list" -> m.text("ckan.help.body_list");
      case "organization_show", "group_show" -> m.text("ckan.help.body_show");
      case "tag_list" -> m.text("ckan.help.tag_list");
      case "tag_show" -> m.text("ckan.help.tag_show");
      case "license_list" -> m.text("ckan.help.license_list");
      case "datastore_search" -> m.text("ckan.help.datastore_search");
      case "datastore_info" -> m.text("ckan.help.datastore_info");
      case "status_show" -> m.text("ckan.help.status_show");
      case "help_show" -> m.text("ckan.help.help_show");
      default -> m.text("ckan.help.other");
    };
  }
}
