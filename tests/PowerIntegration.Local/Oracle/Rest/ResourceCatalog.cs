namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Every resource that the simulator answers.</summary>
internal static class ResourceCatalog
{
    public static readonly IReadOnlyList<ResourceDefinition> All =
    [
        ProjectResources.Projects,
        ProjectResources.ExpenditureTypes,
        ProjectResources.ExpenditureTypesList,
        ProjectResources.Organizations,
        ProcurementResources.Suppliers,
        ProcurementResources.PurchaseOrders,
        PayablesResources.Invoices,
        PayablesResources.InvoiceHolds,
        PayablesResources.PeriodStatuses,
        UserResources.UserAccounts,
    ];
}
