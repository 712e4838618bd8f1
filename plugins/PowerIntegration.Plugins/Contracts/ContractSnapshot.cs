using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Tables;

namespace PowerIntegration.Plugins.Contracts;

/// <summary>One document and every other document of its contract, with contract, project and payables set-up: one request, after the lock.</summary>
internal sealed class ContractSnapshot
{
    private const string ContractAlias = "contract";
    private const string ProjectAlias = "project";
    private const string PayablesAlias = "payables";
    private const string PreparationAlias = "preparation";

    private ContractSnapshot(Guid contractId, Entity own, IReadOnlyList<DocumentStanding> others)
    {
        ContractId = contractId;
        Own = own;
        Others = others;
    }

    public Guid ContractId { get; }

    /// <summary>Row of the document.</summary>
    public Entity Own { get; }

    public DocumentStanding Standing => DocumentRows.Read(Own, PreparationAlias);

    public IReadOnlyList<DocumentStanding> Others { get; }

    public RowView Document => new(Own);

    public RowView Contract => new(Own, ContractAlias);

    public RowView Project => new(Own, ProjectAlias);

    public RowView Payables => new(Own, PayablesAlias);

    public Guid? BasePreparationId => Contract.Reference(ContractTable.BasePreparationId);

    public int LastPostedNumber => Contract.Whole(ContractTable.LastPostedNumber) ?? 0;

    public static ContractSnapshot Read(IOrganizationService service, Guid contractId, Guid documentId)
    {
        var rows = Rows.All(service, Query(contractId));
        var own = rows.SingleOrDefault(row => row.Id == documentId);
        Invariant.Require(own is not null, "A document and its contract, project and payables set-up are found together.");
        return new ContractSnapshot(contractId, own, [.. rows.Where(row => row.Id != documentId).Select(row => DocumentRows.Read(row))]);
    }

    private static QueryExpression Query(Guid contractId)
    {
        var query = Rows.Of(DocumentTable.LogicalName, DocumentRows.Columns
            .Concat(SourceInvoiceRows.DocumentColumns)
            .Concat([DocumentTable.Key, DocumentTable.EnvironmentId, DocumentTable.ProjectId, DocumentTable.ContractId])
            .Distinct());
        query.Criteria.AddCondition(DocumentTable.ContractId, ConditionOperator.Equal, contractId);
        query.AddLink(ContractTable.LogicalName, DocumentTable.ContractId, ContractTable.Id).Join(ContractAlias, ContractColumns);
        query.AddLink(PreparationTable.LogicalName, DocumentTable.PreparationId, PreparationTable.Id, JoinOperator.LeftOuter)
            .Join(PreparationAlias, [PreparationTable.Sequence, PreparationTable.BasePreparationId]);
        query.AddLink(ProjectTable.LogicalName, DocumentTable.ProjectId, ProjectTable.Id).Join(ProjectAlias, ProjectColumns)
            .AddLink(PayablesSetupTable.LogicalName, ProjectTable.PayablesSetupId, PayablesSetupTable.Id).Join(PayablesAlias, PayablesColumns);
        return query;
    }

    private static string[] ContractColumns =>
    [
        ContractTable.Number, ContractTable.SupplierName, ContractTable.SupplierNumber, ContractTable.SupplierSite, ContractTable.Matching,
        ContractTable.RetainageKeeper, ContractTable.WorkRetainageRate, ContractTable.StoredRetainageRate, ContractTable.Currency,
        ContractTable.RuleState, ContractTable.BasePreparationId, ContractTable.LastPostedNumber,
    ];

    private static string[] ProjectColumns =>
    [
        ProjectTable.Name, ProjectTable.OracleProjectNumber, ProjectTable.ExpenditureOrganization, ProjectTable.Currency, ProjectTable.RuleState,
        ProjectTable.PayablesSetupId,
    ];

    private static string[] PayablesColumns =>
    [
        PayablesSetupTable.BusinessUnit, PayablesSetupTable.InvoiceSource, PayablesSetupTable.PaymentTerms, PayablesSetupTable.RetainageAccount,
        PayablesSetupTable.Currency, PayablesSetupTable.RuleState,
    ];
}
