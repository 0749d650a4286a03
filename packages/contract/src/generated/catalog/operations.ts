/** What the contract declares, by operationId. A null schema is a body that is no JSON. */
export const operations = {
  "search-library": {
    "method": "GET",
    "path": "/api/v1/library",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "SearchResponse",
      "401": "Problem",
      "403": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "add-library-record": {
    "method": "POST",
    "path": "/api/v1/library",
    "secured": true,
    "role": "music_director",
    "request": "LibraryRecordInput",
    "responses": {
      "201": "LibraryRecord",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "import-library": {
    "method": "POST",
    "path": "/api/v1/library/imports",
    "secured": true,
    "role": "music_director",
    "request": "ImportLibraryRequest",
    "responses": {
      "200": "ImportLibraryResponse",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "get-library-record": {
    "method": "GET",
    "path": "/api/v1/library/{library_id}",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "LibraryRecord",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "edit-library-record": {
    "method": "PATCH",
    "path": "/api/v1/library/{library_id}",
    "secured": true,
    "role": "music_director",
    "request": "LibraryRecordPatch",
    "responses": {
      "200": "LibraryRecord",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "409": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "delete-library-record": {
    "method": "DELETE",
    "path": "/api/v1/library/{library_id}",
    "secured": true,
    "role": "music_director",
    "request": null,
    "responses": {
      "204": null,
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "refresh-identity": {
    "method": "POST",
    "path": "/api/v1/library/{library_id}/identity/refresh",
    "secured": true,
    "role": "dj",
    "request": null,
    "responses": {
      "200": "LibraryRecord",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "409": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "list-identity-history": {
    "method": "GET",
    "path": "/api/v1/library/{library_id}/identity/history",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "IdentityHistoryResponse",
      "401": "Problem",
      "403": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "list-overrides": {
    "method": "GET",
    "path": "/api/v1/library/{library_id}/overrides",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "OverridesResponse",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "make-override": {
    "method": "POST",
    "path": "/api/v1/library/{library_id}/overrides",
    "secured": true,
    "role": "music_director",
    "request": "OverrideInput",
    "responses": {
      "200": "MakeOverrideResponse",
      "201": "MakeOverrideResponse",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "revoke-override": {
    "method": "POST",
    "path": "/api/v1/library/{library_id}/overrides/{override_id}/revoke",
    "secured": true,
    "role": "music_director",
    "request": null,
    "responses": {
      "200": "LibraryRecord",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "409": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "get-artist": {
    "method": "GET",
    "path": "/api/v1/artists/{artist_id}",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "ArtistRecord",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "set-artist-id": {
    "method": "PUT",
    "path": "/api/v1/artists/{artist_id}/ids/{source}",
    "secured": true,
    "role": "music_director",
    "request": "ArtistIdInput",
    "responses": {
      "200": "ArtistRecord",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "clear-artist-id": {
    "method": "DELETE",
    "path": "/api/v1/artists/{artist_id}/ids/{source}",
    "secured": true,
    "role": "music_director",
    "request": null,
    "responses": {
      "200": "ArtistRecord",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "409": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "settle-artist-conflict": {
    "method": "POST",
    "path": "/api/v1/artists/{artist_id}/conflicts/decisions",
    "secured": true,
    "role": "music_director",
    "request": "ConflictDecisionInput",
    "responses": {
      "200": "ArtistRecord",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "list-review": {
    "method": "GET",
    "path": "/api/v1/review",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "ReviewResponse",
      "401": "Problem",
      "403": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "decide-review": {
    "method": "POST",
    "path": "/api/v1/review/{library_id}/decisions",
    "secured": true,
    "role": "music_director",
    "request": "ReviewDecisionInput",
    "responses": {
      "200": "ReviewDecisionResponse",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "409": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "import-overrides": {
    "method": "POST",
    "path": "/api/v1/overrides/imports",
    "secured": true,
    "role": "music_director",
    "request": "ImportOverridesRequest",
    "responses": {
      "200": "ImportOverridesResponse",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "list-flowsheet": {
    "method": "GET",
    "path": "/api/v1/flowsheet",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "FlowsheetResponse",
      "401": "Problem",
      "403": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "add-flowsheet-entry": {
    "method": "POST",
    "path": "/api/v1/flowsheet",
    "secured": true,
    "role": "dj",
    "request": "FlowsheetEntryInput",
    "responses": {
      "201": "FlowsheetEntry",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "409": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "list-compilation-tracks": {
    "method": "GET",
    "path": "/api/v1/library/{library_id}/compilation-tracks",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "CompilationTracksResponse",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "add-compilation-tracks": {
    "method": "POST",
    "path": "/api/v1/library/{library_id}/compilation-tracks",
    "secured": true,
    "role": "dj",
    "request": "AddCompilationTracksRequest",
    "responses": {
      "200": "AddCompilationTracksResponse",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "list-rotation": {
    "method": "GET",
    "path": "/api/v1/rotation",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "RotationResponse",
      "401": "Problem",
      "403": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "add-to-rotation": {
    "method": "POST",
    "path": "/api/v1/rotation",
    "secured": true,
    "role": "music_director",
    "request": "RotationEntryInput",
    "responses": {
      "201": "RotationEntry",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "409": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "edit-rotation-entry": {
    "method": "PATCH",
    "path": "/api/v1/rotation/{rotation_id}",
    "secured": true,
    "role": "music_director",
    "request": "RotationEntryPatch",
    "responses": {
      "200": "RotationEntry",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "409": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "start-show": {
    "method": "POST",
    "path": "/api/v1/shows",
    "secured": true,
    "role": "dj",
    "request": "ShowInput",
    "responses": {
      "201": "Show",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "end-show": {
    "method": "POST",
    "path": "/api/v1/shows/{show_id}/end",
    "secured": true,
    "role": "dj",
    "request": null,
    "responses": {
      "200": "Show",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "start-pull": {
    "method": "POST",
    "path": "/api/v1/jobs/pulls",
    "secured": true,
    "role": "admin",
    "request": "PullRequest",
    "responses": {
      "202": "JobRun",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "409": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "start-drift": {
    "method": "POST",
    "path": "/api/v1/jobs/drifts",
    "secured": true,
    "role": "admin",
    "request": "DriftRequest",
    "responses": {
      "202": "JobRun",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "get-latest-drift": {
    "method": "GET",
    "path": "/api/v1/jobs/drifts/latest",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "DriftRun",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "start-changed": {
    "method": "POST",
    "path": "/api/v1/jobs/changed",
    "secured": true,
    "role": "admin",
    "request": "ChangedRequest",
    "responses": {
      "202": "JobRun",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "start-legacy-migration": {
    "method": "POST",
    "path": "/api/v1/jobs/legacy-migrations",
    "secured": true,
    "role": "admin",
    "request": "LegacyMigrationRequest",
    "responses": {
      "202": "JobRun",
      "400": "Problem",
      "401": "Problem",
      "403": "Problem",
      "409": "Problem",
      "413": "Problem",
      "415": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "list-job-runs": {
    "method": "GET",
    "path": "/api/v1/jobs/runs",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "JobRunsResponse",
      "401": "Problem",
      "403": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "get-job-run": {
    "method": "GET",
    "path": "/api/v1/jobs/runs/{run_id}",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "JobRun",
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "get-identity-gate": {
    "method": "GET",
    "path": "/api/v1/identity/gate",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "GateReport",
      "401": "Problem",
      "403": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "export-library": {
    "method": "GET",
    "path": "/api/v1/exports/library",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "ExportedRecord",
      "304": null,
      "401": "Problem",
      "403": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "export-compilation-tracks": {
    "method": "GET",
    "path": "/api/v1/exports/compilation-tracks",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "ExportedCredit",
      "304": null,
      "401": "Problem",
      "403": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "list-genres": {
    "method": "GET",
    "path": "/api/v1/genres",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "ListGenresResponse",
      "401": "Problem",
      "403": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "list-formats": {
    "method": "GET",
    "path": "/api/v1/formats",
    "secured": true,
    "role": "reader",
    "request": null,
    "responses": {
      "200": "ListFormatsResponse",
      "401": "Problem",
      "403": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "health": {
    "method": "GET",
    "path": "/healthz",
    "secured": false,
    "role": null,
    "request": null,
    "responses": {
      "200": "HealthCheckResponse",
      "500": "Problem"
    }
  },
  "readiness": {
    "method": "GET",
    "path": "/readyz",
    "secured": false,
    "role": null,
    "request": null,
    "responses": {
      "200": "ReadinessResponse",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "metrics": {
    "method": "GET",
    "path": "/metrics",
    "secured": false,
    "role": null,
    "request": null,
    "responses": {
      "200": null,
      "500": "Problem"
    }
  },
  "version": {
    "method": "GET",
    "path": "/version",
    "secured": false,
    "role": null,
    "request": null,
    "responses": {
      "200": "VersionResponse",
      "500": "Problem"
    }
  }
} as const;

export type OperationId = keyof typeof operations;
