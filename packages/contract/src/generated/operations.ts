/** What the contract declares, by operationId. A null schema is a body that is no JSON. */
export const operations = {
  "bulk-resolve-libraries": {
    "method": "POST",
    "path": "/api/v1/identity/bulk-resolve-libraries",
    "secured": true,
    "request": "BulkResolveLibrariesRequest",
    "responses": {
      "200": "BulkResolveLibrariesResponse",
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
  "list-snapshot-changes": {
    "method": "GET",
    "path": "/api/v1/snapshots/{id}/changes",
    "secured": true,
    "request": null,
    "responses": {
      "200": "SnapshotChange",
      "304": null,
      "401": "Problem",
      "403": "Problem",
      "404": "Problem",
      "422": "Problem",
      "500": "Problem",
      "503": "Problem"
    }
  },
  "find-touched-libraries": {
    "method": "POST",
    "path": "/api/v1/identity/find-touched-libraries",
    "secured": true,
    "request": "FindTouchedRequest",
    "responses": {
      "200": "FindTouchedResponse",
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
  "health": {
    "method": "GET",
    "path": "/healthz",
    "secured": false,
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
    "request": null,
    "responses": {
      "200": "VersionResponse",
      "500": "Problem"
    }
  }
} as const;

export type OperationId = keyof typeof operations;
