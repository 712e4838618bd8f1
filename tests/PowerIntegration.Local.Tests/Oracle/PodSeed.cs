namespace PowerIntegration.Local.Tests.Oracle;

/// <summary>
/// A small pod: one project, three suppliers, one purchase order of two lines and one that is closed. Written to a folder as a seed of its own.
/// </summary>
internal static class PodSeed
{
    public const string Unit = "Test BU";
    public const string Supplier = "Acme Concrete";
    public const string Site = "MAIN";
    public const string Source = "PROCORE";
    public const string Order = "PO-1";
    public const string ClosedOrder = "PO-2";
    public const string RetainageAccount = "101-10-20250-000-000-000";

    public static void WriteTo(string folder)
    {
        Write(folder, "projects", Projects);
        Write(folder, "suppliers", Suppliers);
        Write(folder, "purchaseOrders", PurchaseOrders);
        Write(
            folder,
            "expenditureTypes",
            """[{"ExpenditureTypeId": 1, "ExpenditureTypeName": "Subcontract", "ExpenditureTypeStartDate":"""
                + """ "2020-01-01", "ExpenditureTypeEndDate": null}]"""
        );
        Write(
            folder,
            "businessUnits",
            """[{"BusinessUnitId": 1, "BusinessUnitName": "Test BU"}, {"BusinessUnitId": 2, "BusinessUnitName": "Other BU"}]"""
        );
        Write(
            folder,
            "invoiceSources",
            """[{"LookupCode": "PROCORE", "Meaning": "PROCORE", "EnabledFlag": "Y", "ApprovalRequired": false},"""
                + """ {"LookupCode": "M", "Meaning": "Manual invoice entry", "EnabledFlag": "Y", "ApprovalRequired": true}]"""
        );
        Write(
            folder,
            "paymentTerms",
            """[{"termsId": 1, "name": "Net 30", "enabledFlag": true}, {"termsId": 2, "name": "Immediate","""
                + """ "enabledFlag": true}, {"termsId": 3, "name": "Old terms", "enabledFlag": false}]"""
        );
        Write(
            folder,
            "accounts",
            """[{"CodeCombinationId": 1, "AccountCombination": "101-10-20250-000-000-000", "EnabledFlag": true, "DetailPostingAllowedFlag": true}]"""
        );
        Write(folder, "expenditureOrganizations", """[{"OrganizationId": 1, "OrganizationName": "Construction East"}]""");
        Write(folder, "payablesPeriods", Periods);
        Write(folder, "invoiceHoldNames", """[{"HoldName": "Pay when paid", "HoldReason": "Owner has not paid", "ReleaseName": "Owner paid"}]""");
    }

    public static void Write(string folder, string name, string json)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name + ".json"), json);
    }

    public const string Projects = """
        [
          {
            "ProjectId": 300000331530301, "ProjectNumber": "RT-1", "ProjectName": "Tower", "ProjectStatusCode": "APPROVED",
            "ProjectCurrencyCode": "USD",
            "Tasks": [
              {"TaskId": 11, "TaskNumber": "03", "TaskName": "Concrete", "LowestTask": false, "ChargeableFlag": true, "TaskStartDate": "2025-01-01",
              "TaskFinishDate": "2026-12-31"},
              {"TaskId": 12, "TaskNumber": "3100", "TaskName": "Formwork", "ParentTaskId": 11, "LowestTask": true, "ChargeableFlag": true,
              "TaskStartDate": "2025-01-01", "TaskFinishDate": "2025-11-15"},
              {"TaskId": 13, "TaskNumber": "3200", "TaskName": "Overhead", "ParentTaskId": 11, "LowestTask": true, "ChargeableFlag": false,
              "TaskStartDate": "2025-01-01", "TaskFinishDate": "2026-12-31"}
            ]
          },
          {"ProjectId": 300000331530302, "ProjectNumber": "RT-2", "ProjectName": "Closed tower", "ProjectStatusCode": "CLOSED",
          "ProjectCurrencyCode": "USD", "Tasks": []}
        ]
        """;

    private const string Suppliers = """
        [
          {
            "SupplierId": 300000047507499, "Supplier": "Acme Concrete", "SupplierNumber": "1007", "Status": "ACTIVE",
            "sites": [
              {"SupplierSiteId": 21, "SupplierSite": "MAIN", "ProcurementBU": "Test BU", "SitePurposePayFlag": true,
              "SitePurposePurchasingFlag": true, "assignments": [{"ClientBU": "Test BU"}]},
              {"SupplierSiteId": 22, "SupplierSite": "YARD", "ProcurementBU": "Test BU", "SitePurposePayFlag": false,
              "SitePurposePurchasingFlag": true, "assignments": [{"ClientBU": "Test BU"}]}
            ]
          },
          {
            "SupplierId": 300000047507500, "Supplier": "O'Hare Steel", "SupplierNumber": "1008", "Status": "ACTIVE",
            "sites": [{"SupplierSiteId": 23, "SupplierSite": "MAIN", "ProcurementBU": "Test BU", "SitePurposePayFlag": true,
            "assignments": [{"ClientBU": "Test BU"}]}]
          },
          {"SupplierId": 300000047507501, "Supplier": "Gone Glass", "SupplierNumber": "1009", "Status": "INACTIVE", "sites": []}
        ]
        """;

    private const string PurchaseOrders = """
        [
          {
            "POHeaderId": 300000332600001, "OrderNumber": "PO-1", "StatusCode": "OPEN", "Supplier": "Acme Concrete", "SupplierSite": "MAIN",
            "CurrencyCode": "USD",
            "lines": [
              {"POLineId": 31, "LineNumber": 1, "Description": "Walls", "Amount": 1000.00, "StatusCode": "OPEN", "schedules": [{"ScheduleNumber": 1,
              "Amount": 1000.00, "StatusCode": "OPEN", "distributions": [
                {"DistributionNumber": 1, "Amount": 1000.00, "projectDFF": [{"__FLEX_Context": "PO_Purchase_Order", "_PROJECT_ID_Display": "RT-1",
                "_TASK_ID_Display": "3100", "_EXPENDITURE_TYPE_ID_Display": "Subcontract", "_ORGANIZATION_ID_Display": "Construction East",
                "_EXPENDITURE_ITEM_DATE": "2025-10-01"}]}]}]},
              {"POLineId": 32, "LineNumber": 2, "Description": "Slab", "Amount": 500.00, "StatusCode": "CLOSED", "schedules": [{"ScheduleNumber": 1,
              "Amount": 500.00, "StatusCode": "CLOSED", "distributions": [{"DistributionNumber": 1, "Amount": 500.00, "projectDFF": []}]}]}
            ]
          },
          {
            "POHeaderId": 300000332600002, "OrderNumber": "PO-2", "StatusCode": "CLOSED", "Supplier": "Acme Concrete", "SupplierSite": "MAIN",
            "CurrencyCode": "USD",
            "lines": [{"POLineId": 33, "LineNumber": 1, "Amount": 10.00, "schedules": [{"ScheduleNumber": 1, "Amount": 10.00,
            "distributions": [{"DistributionNumber": 1, "Amount": 10.00, "projectDFF": []}]}]}]
          }
        ]
        """;

    private const string Periods = """
        [
          {"BusinessUnit": "Test BU", "PeriodName": "Sep-25", "StartDate": "2025-09-01", "EndDate": "2025-09-30", "PayablesStatus": "Closed"},
          {"BusinessUnit": "Test BU", "PeriodName": "Oct-25", "StartDate": "2025-10-01", "EndDate": "2025-10-31", "PayablesStatus": "Open"},
          {"BusinessUnit": "Test BU", "PeriodName": "Nov-25", "StartDate": "2025-11-01", "EndDate": "2025-11-30", "PayablesStatus": "Open"}
        ]
        """;
}
