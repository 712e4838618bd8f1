using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Documents;

/// <summary>Final rows under attack by a caller with every privilege: only the steps that ship protect them.</summary>
public sealed class ShippedProtectionTests(ProtectedRows site) : IClassFixture<ProtectedRows>
{
    private static readonly string[] Messages =
    [
        "Update",
        "Update of the owner",
        "Update of the status",
        "Upsert",
        "SetState",
        "SetStateDynamicEntity",
        "Assign",
        "Delete",
    ];

    private static readonly string[] Refreshable =
    [
        DocumentTable.ValidationStatus,
        DocumentTable.OracleApprovalStatus,
        DocumentTable.PaidStatus,
        DocumentTable.OracleCheckedOn,
    ];

    // Which files a source lists and when they are tried; the gateway writes it, also on a final row.
    private static readonly string[] Files =
    [
        DocumentTable.AttachmentList,
        DocumentTable.AttachmentsWaiting,
        DocumentTable.AttachmentAttempts,
        DocumentTable.AttachmentNextTryOn,
    ];

    public static TheoryData<string> Tables =>
        [
            DocumentTable.LogicalName,
            SourceLineTable.LogicalName,
            PreparationTable.LogicalName,
            DocumentLineTable.LogicalName,
            EvidenceTable.LogicalName,
            AttachmentTable.LogicalName,
        ];

    public static MatrixTheoryData<string, string> Attacks => new(Tables.Select(row => row.Data), Messages);

    [Theory]
    [MemberData(nameof(Attacks))]
    public void A_final_row_refuses_every_message_and_stays_as_it_was(string table, string message)
    {
        var row = site.Rows[table];
        var before = Read(row);
        Assert.EndsWith("(document-state)", Refusal(ProtectedRows.Attack(message, row)), StringComparison.Ordinal);
        Assert.Equal(before, Read(row));
    }

    [Fact]
    public void Without_its_step_every_message_goes_through()
    {
        using var open = site.OpenWithoutSteps(out var service, out var rows);
        foreach (var table in Tables.Select(row => row.Data))
        {
            foreach (var message in Messages)
            {
                service.Execute(ProtectedRows.Attack(message, rows[table]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_column_of_a_final_row_is_protected_but_those_that_are_refreshed(string table) =>
        Assert.Equal(
            table == DocumentTable.LogicalName ? Refreshable.Concat(Files).Append(DocumentTable.SourceUpdatedOn).Order() : [],
            ProtectedRows.Columns(table).Where(column => !IsRefused(site.Rows[table], column)).Order()
        );

    [Fact]
    public void A_document_on_its_way_takes_only_what_the_gateway_writes() =>
        Assert.Equal(
            Refreshable.Concat(Files).Concat([DocumentTable.OracleVariances, DocumentTable.OracleNotRead, DocumentTable.SourceUpdatedOn]).Order(),
            ProtectedRows.Columns(DocumentTable.LogicalName).Where(column => !IsRefused(site.Rows["Received"], column)).Order()
        );

    [Fact]
    public void A_document_is_created_only_as_received()
    {
        var row = new Entity(DocumentTable.LogicalName)
        {
            [DocumentTable.Key] = "new",
            [DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Posted),
        };
        Assert.Contains("(document-state)", Refusal(new OrganizationRequest("Create") { ["Target"] = row }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refreshed_column_takes_nothing_else_with_it()
    {
        var row = site.Rows[DocumentTable.LogicalName];
        var change = new Entity(row.LogicalName, row.Id) { [DocumentTable.PaidStatus] = "Paid", [DocumentTable.Reason] = "x" };
        Assert.Contains("(document-state)", Refusal(new OrganizationRequest("Update") { ["Target"] = change }), StringComparison.Ordinal);
    }

    private bool IsRefused(EntityReference row, string column)
    {
        try
        {
            site.Service.Update(new Entity(row.LogicalName, row.Id) { [column] = null });
            return false;
        }
        catch (FaultException<OrganizationServiceFault> refusal)
        {
            Assert.EndsWith("(document-state)", refusal.Message, StringComparison.Ordinal);
            return true;
        }
    }

    private string Refusal(OrganizationRequest request) =>
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => site.Service.Execute(request)).Message;

    private IEnumerable<KeyValuePair<string, string>> Read(EntityReference row) =>
        site
            .Service.Retrieve(row.LogicalName, row.Id, new ColumnSet(true))
            .Attributes.Select(column => KeyValuePair.Create(column.Key, $"{(column.Value as EntityReference)?.Id ?? column.Value}"))
            .OrderBy(column => column.Key, StringComparer.Ordinal);
}
