namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Suppliers with their sites, and purchase orders down to the project information of a distribution.</summary>
internal static class ProcurementResources
{
    private static readonly ResourceDefinition Assignments = new(
        "assignments",
        "ClientBU",
        KeyForm.Opaque,
        [
            .. AssumedFacts.AssignmentAttributes,
            .. AttributeDefinition.Many(AttributeKind.Id, "ClientBUId", "BillToBUId", "ShipToLocationId", "BillToLocationId"),
            .. AttributeDefinition.Many(AttributeKind.Date, "InactiveDate"),
        ],
        []
    );

    private static readonly ResourceDefinition Sites = new(
        "sites",
        "SupplierSiteId",
        KeyForm.Plain,
        [
            .. AssumedFacts.SiteAttributes,
            .. AttributeDefinition.Many(AttributeKind.Id, "SupplierSiteId", "SupplierAddressId", "ProcurementBUId"),
            .. AttributeDefinition.Many(AttributeKind.Text, "SupplierSite", "Email"),
            .. AttributeDefinition.Many(AttributeKind.Flag, "SitePurposePurchasingFlag", "SitePurposeSourcingOnlyFlag"),
            .. AttributeDefinition.Many(AttributeKind.Date, "InactiveDate"),
        ],
        [Assignments]
    );

    private static readonly ResourceDefinition Addresses = new(
        "addresses",
        "SupplierAddressId",
        KeyForm.Plain,
        [
            .. AttributeDefinition.Many(AttributeKind.Id, "SupplierAddressId"),
            .. AttributeDefinition.Many(
                AttributeKind.Text,
                "AddressName",
                "AddressLine1",
                "AddressLine2",
                "City",
                "State",
                "Province",
                "PostalCode",
                "CountryCode",
                "Email"
            ),
            .. AttributeDefinition.Many(AttributeKind.Flag, "AddressPurposeOrderingFlag", "AddressPurposeRFQOrBiddingFlag"),
        ],
        []
    );

    public static readonly ResourceDefinition Suppliers = new(
        "suppliers",
        "SupplierId",
        KeyForm.Plain,
        [
            .. AttributeDefinition.Many(AttributeKind.Id, "SupplierId", "SupplierPartyId", "ParentSupplierId"),
            .. AttributeDefinition.Many(
                AttributeKind.Text,
                "Supplier",
                "SupplierNumber",
                "AlternateName",
                "Alias",
                "CorporateWebsite",
                "Status",
                "BusinessRelationshipCode",
                "SupplierTypeCode",
                "TaxOrganizationTypeCode"
            ),
            .. AttributeDefinition.Many(AttributeKind.Flag, "OneTimeSupplierFlag"),
            .. AttributeDefinition.Many(AttributeKind.Date, "InactiveDate"),
            .. AttributeDefinition.Many(AttributeKind.Timestamp, "CreationDate", "LastUpdateDate"),
        ],
        [Addresses, Sites]
    );

    private static readonly ResourceDefinition ProjectInformation = new(
        "projectDFF",
        "",
        KeyForm.Opaque,
        [
            .. AttributeDefinition.Many(AttributeKind.Id, "PoDistributionId", "_PROJECT_ID", "_TASK_ID", "_EXPENDITURE_TYPE_ID", "_ORGANIZATION_ID"),
            .. AttributeDefinition.Many(
                AttributeKind.Text,
                "FLEX_PARAM_BusinessUnit",
                "__FLEX_Context",
                "_PROJECT_ID_Display",
                "_TASK_ID_Display",
                "_EXPENDITURE_TYPE_ID_Display",
                "_ORGANIZATION_ID_Display",
                "_BILLABLE_FLAG",
                "_CAPITALIZABLE_FLAG"
            ),
            .. AttributeDefinition.Many(AttributeKind.Date, "_EXPENDITURE_ITEM_DATE"),
        ],
        []
    );

    private static readonly ResourceDefinition Distributions = new(
        "distributions",
        "DistributionNumber",
        KeyForm.Opaque,
        [
            .. AssumedFacts.DistributionAttributes,
            .. AttributeDefinition.Many(AttributeKind.Integer, "DistributionNumber"),
            .. AttributeDefinition.Many(AttributeKind.Amount, "Amount", "Quantity"),
            .. AttributeDefinition.Many(AttributeKind.Id, "DeliverToLocationId", "RequesterId"),
            .. AttributeDefinition.Many(AttributeKind.Date, "BudgetDate"),
        ],
        [ProjectInformation]
    );

    private static readonly ResourceDefinition Schedules = new(
        "schedules",
        "ScheduleNumber",
        KeyForm.Opaque,
        [
            .. AssumedFacts.ScheduleAttributes,
            .. AttributeDefinition.Many(AttributeKind.Integer, "ScheduleNumber"),
            .. AttributeDefinition.Many(AttributeKind.Amount, "Amount", "Quantity", "Price"),
            .. AttributeDefinition.Many(AttributeKind.Id, "ShipToLocationId", "ShipToOrganizationId"),
            .. AttributeDefinition.Many(AttributeKind.Text, "DestinationTypeCode", "ShipToOrganizationCode"),
            .. AttributeDefinition.Many(AttributeKind.Flag, "ReceiptRequiredFlag", "InspectionRequiredFlag"),
            .. AttributeDefinition.Many(AttributeKind.Date, "RequestedDeliveryDate", "PromisedDeliveryDate"),
            .. AttributeDefinition.Many(AttributeKind.Timestamp, "LastUpdateDate"),
        ],
        [Distributions]
    );

    private static readonly ResourceDefinition Lines = new(
        "lines",
        "POLineId",
        KeyForm.Plain,
        [
            .. AssumedFacts.PurchaseOrderLineAttributes,
            .. AttributeDefinition.Many(AttributeKind.Id, "POLineId", "LineTypeId", "CategoryId", "ItemId"),
            .. AttributeDefinition.Many(AttributeKind.Integer, "LineNumber"),
            .. AttributeDefinition.Many(
                AttributeKind.Text,
                "LineType",
                "Item",
                "Description",
                "Category",
                "UOMCode",
                "Status",
                "StatusCode",
                "CurrencyCode",
                "PurchaseBasis"
            ),
            .. AttributeDefinition.Many(AttributeKind.Amount, "Quantity", "Price", "Amount", "Ordered", "Total"),
            .. AttributeDefinition.Many(AttributeKind.Flag, "CancelFlag", "ProgressPaymentFlag"),
            .. AttributeDefinition.Many(AttributeKind.Timestamp, "LastUpdateDate"),
        ],
        [Schedules]
    );

    public static readonly ResourceDefinition PurchaseOrders = new(
        "purchaseOrders",
        "POHeaderId",
        KeyForm.OpaqueOrPlain,
        [
            .. AssumedFacts.PurchaseOrderAttributes,
            .. AttributeDefinition.Many(
                AttributeKind.Id,
                "POHeaderId",
                "BuyerId",
                "ProcurementBUId",
                "RequisitioningBUId",
                "SupplierId",
                "SupplierSiteId",
                "DocumentStyleId"
            ),
            .. AttributeDefinition.Many(
                AttributeKind.Text,
                "OrderNumber",
                "Description",
                "Status",
                "StatusCode",
                "Buyer",
                "ProcurementBU",
                "Supplier",
                "SupplierSite",
                "CurrencyCode",
                "FundsStatus"
            ),
            .. AttributeDefinition.Many(AttributeKind.Amount, "Ordered", "Total"),
            .. AttributeDefinition.Many(AttributeKind.Integer, "Revision"),
            .. AttributeDefinition.Many(AttributeKind.Flag, "FrozenFlag"),
            .. AttributeDefinition.Many(AttributeKind.Date, "OrderDate"),
            .. AttributeDefinition.Many(AttributeKind.Timestamp, "CreationDate", "LastUpdateDate"),
        ],
        [Lines]
    );
}
