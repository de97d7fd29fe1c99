package org.machinami.loader.harvest.remote;

import java.util.Set;

/** Fields of the action API of CKAN that are not of the dataset's description, by what they are. */
final class CkanFields {
  /** Which the mapping reads. */
  static final Set<String> MAPPED =
      Set.of(
          "author",
          "author_email",
          "extras",
          "groups",
          "id",
          "license_id",
          "license_title",
          "license_url",
          "maintainer",
          "maintainer_email",
          "metadata_created",
          "metadata_modified",
          "name",
          "notes",
          "notes_translated",
          "organization",
          "resources",
          "tags",
          "title",
          "title_translated",
          "url",
          "version");

  /** Of the portal's own working, or counted from other fields. */
  static final Set<String> OF_THE_PORTAL =
      Set.of(
          "creator_user_id",
          "isopen",
          "num_resources",
          "num_tags",
          "owner_org",
          "private",
          "relationships_as_object",
          "relationships_as_subject",
          "revision_id",
          "revision_timestamp",
          "state",
          "tracking_summary",
          "type");

  /** Fields of a resource that the mapping reads. */
  static final Set<String> MAPPED_OF_RESOURCE =
      Set.of(
          "access_url",
          "created",
          "description",
          "description_en",
          "download_url",
          "format",
          "hash",
          "hash_algorithm",
          "id",
          "last_modified",
          "license",
          "mimetype",
          "name",
          "name_en",
          "name_translated",
          "description_translated",
          "rights",
          "size",
          "url",
          "url_type");

  /** Of the portal's own working. */
  static final Set<String> OF_THE_PORTAL_OF_RESOURCE =
      Set.of(
          "cache_last_updated",
          "cache_url",
          "datastore_active",
          "datastore_contains_all_records_of_source_file",
          "metadata_modified",
          "mimetype_inner",
          "package_id",
          "position",
          "resource_group_id",
          "resource_type",
          "revision_id",
          "revision_timestamp",
          "state",
          "tracking_summary",
          "webstore_last_updated",
          "webstore_url");

  private CkanFields() {}
}
