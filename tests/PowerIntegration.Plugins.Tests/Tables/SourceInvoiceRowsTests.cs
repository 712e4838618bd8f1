using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Tables;

public sealed class SourceInvoiceRowsTests
{
    private static readonly SourceInvoiceLine Line = new()
    {
        LineNumber = 1,
        ProcoreItemId = "9001",
        ProcoreLineId = "7001",
        ItemType = "contract_item",
        Description = "Switchgear",
        WbsCodeId = "5001",
        FlatCode = "26-240.SUB",
        TaskSegmentCode = "2600",
        CostCode = "26-240",
        CostType = "SUB",
        ScheduledValue = 1.01m,
        WorkPrevious = 1.02m,
        WorkThisPeriod = 1.03m,
        MaterialsStored = 1.04m,
        CompletedToDate = 1.05m,
        CompletedPrevious = 1.06m,
        WorkRetainageHeld = 1.07m,
        StoredRetainageHeld = 1.08m,
        WorkRetainageReleased = 1.09m,
        StoredRetainageReleased = 1.10m,
        ClaimedAmount = 1.11m,
        LineStatus = "approved",
        ManualOverride = true,
    };

    private static readonly SourceInvoice Invoice = new()
    {
        ProcoreId = "6001",
        ApplicationNumber = 3,
        InvoiceNumber = "HE-41102",
        PeriodStart = new CalendarDate(2025, 12, 1),
        PeriodEnd = new CalendarDate(2025, 12, 31),
        BillingDate = new CalendarDate(2025, 12, 30),
        Status = "approved",
        ApproverName = "Dana Kowalski",
        ApprovedOn = new DateTime(2026, 1, 5, 15, 0, 0, DateTimeKind.Utc),
        Final = true,
        Currency = "USD",
        OriginalContractSum = 2.01m,
        NetChangeOrders = -2.02m,
        ContractSumToDate = 2.03m,
        GrossToDate = 2.04m,
        RetainageToDate = 2.05m,
        PreviousCertificates = 2.06m,
        CertifiedPayment = 2.07m,
        TaxAmount = 2.08m,
        Lines = [Line],
    };

    [Fact]
    public void What_is_stored_is_read_back_field_by_field()
    {
        var read = Read(Invoice);

        Assert.Equal(Line, Assert.Single(read.Lines));
        Assert.Equal(Invoice with { Lines = read.Lines }, read);
    }

    [Fact]
    public void Releases_and_contract_sums_that_were_never_said_stay_unknown()
    {
        var read = Read(
            Invoice with
            {
                OriginalContractSum = null,
                NetChangeOrders = null,
                Lines = [Line with { WorkRetainageReleased = null, StoredRetainageReleased = null }],
            }
        );

        Assert.Null(read.OriginalContractSum);
        Assert.Null(read.NetChangeOrders);
        Assert.Null(read.Lines[0].WorkRetainageReleased);
        Assert.Null(read.Lines[0].StoredRetainageReleased);
    }

    [Fact]
    public void Every_column_that_is_read_is_asked_for()
    {
        var document = SourceRows.Document(Invoice, 1, "D", default, default, default);
        var line = SourceRows.Line(Line, "D", default);

        // Keys, parent and state are read elsewhere.
        string[] elsewhere =
        [
            DocumentTable.Key,
            DocumentTable.Name,
            DocumentTable.EnvironmentId,
            DocumentTable.ProjectId,
            DocumentTable.CommitmentId,
            DocumentTable.Revision,
            DocumentTable.SourceHash,
            DocumentTable.DocumentState,
            DocumentTable.DocumentType,
            SourceLineTable.DocumentId,
        ];
        Assert.Equal(document.Attributes.Keys.Except(elsewhere).Order(), SourceInvoiceRows.DocumentColumns.Order());
        Assert.Equal(line.Attributes.Keys.Except(elsewhere).Order(), SourceInvoiceRows.LineColumns.Order());
    }

    private static SourceInvoice Read(SourceInvoice invoice) =>
        SourceInvoiceRows.Read(
            SourceRows.Document(invoice, 1, "D", default, default, default),
            invoice.Lines.Select(line => SourceRows.Line(line, "D", default))
        );
}
