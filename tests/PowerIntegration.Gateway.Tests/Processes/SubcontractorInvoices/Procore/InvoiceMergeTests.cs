using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore.Wire;
using PowerIntegration.Gateway.Tests.Fixtures;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Processes.SubcontractorInvoices.Procore;

public sealed class InvoiceMergeTests
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    private readonly ProcoreRequisition procore = new();

    [Fact]
    public void The_certificate_becomes_the_header()
    {
        var invoice = Merge();

        Assert.Equal("562949953600001", invoice.ProcoreId);
        Assert.Equal(2, invoice.ApplicationNumber);
        Assert.Equal("PCC-25-1187", invoice.InvoiceNumber);
        Assert.Equal(new CalendarDate(2025, 10, 1), invoice.PeriodStart);
        Assert.Equal(new CalendarDate(2025, 10, 31), invoice.PeriodEnd);
        Assert.Equal(new CalendarDate(2025, 10, 31), invoice.BillingDate);
        Assert.Equal("USD", invoice.Currency);
        Assert.Equal(250000.00m, invoice.OriginalContractSum);
        Assert.Equal(12000.00m, invoice.NetChangeOrders);
        Assert.Equal(262000.00m, invoice.ContractSumToDate);
        Assert.Equal(56000.00m, invoice.GrossToDate);
        Assert.Equal(5600.00m, invoice.RetainageToDate);
        Assert.Equal(33525.00m, invoice.PreviousCertificates);
        Assert.Equal(16875.00m, invoice.CertifiedPayment);
        Assert.Equal(0.00m, invoice.TaxAmount);
    }

    [Fact]
    public void Amounts_come_as_text_or_as_numbers_and_stay_exact()
    {
        this.procore.Item(0)["scheduled_value"] = JsonNode.Parse("99999999999.99");
        var line = Merge().Lines[0];

        Assert.Equal(99999999999.99m, line.ScheduledValue);
        Assert.Equal(37250.00m, line.WorkPrevious);
        Assert.Equal(12500.0m, line.WorkThisPeriod);
        Assert.Equal(6250.00m, line.MaterialsStored);
        Assert.Equal(56000.00m, line.CompletedToDate);
        Assert.Equal(37250.00m, line.CompletedPrevious);
        Assert.Equal(18750.00m, line.ClaimedAmount);
        Assert.True(line.ManualOverride);
    }

    [Fact]
    public void What_procore_leaves_out_is_null_and_never_zero()
    {
        this.procore.Item(0).Remove("work_completed_this_period");
        this.procore.Item(0)["materials_presently_stored"] = null;
        this.procore.Item(0)["scheduled_value"] = "";
        this.procore.Header.Remove("summary");
        var invoice = Merge();

        Assert.Null(invoice.Lines[0].WorkThisPeriod);
        Assert.Null(invoice.Lines[0].MaterialsStored);
        Assert.Null(invoice.Lines[0].ScheduledValue);
        Assert.Null(invoice.Lines[1].ClaimedAmount);
        Assert.Null(invoice.CertifiedPayment);
    }

    [Theory]
    [InlineData("twelve")]
    [InlineData("1,250.00")]
    [InlineData("1e3")]
    [InlineData("$100.00")]
    [InlineData("0x10")]
    [InlineData("12.345")]
    [InlineData("123456789012345678901234567890.12")]
    public void An_amount_that_is_none_is_named_with_invoice_line_field_and_value(string value)
    {
        this.procore.Item(1)["work_completed_this_period"] = value;

        var refused = Assert.Throws<IntegrationException>(Merge);

        Assert.Equal("procore-amount-unreadable", refused.Kind.Code);
        Assert.Equal(422, refused.Kind.Status);
        Assert.StartsWith(
            $"Subcontractor invoice 562949953600001, line 2: the work completed this period is '{value}'",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_amount_of_the_certificate_that_is_none_is_named()
    {
        this.procore.Header["summary"]!["current_payment_due"] = "n/a";

        Assert.StartsWith(
            "Subcontractor invoice 562949953600001: the current payment due is 'n/a'",
            Assert.Throws<IntegrationException>(Merge).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_amount_of_the_detail_that_is_none_is_named_with_its_line()
    {
        this.procore.Detail[1]!["work_completed_retainage_currently_retained"] = "none";

        Assert.Contains(
            "line 1: the retainage held on completed work is 'none'",
            Assert.Throws<IntegrationException>(Merge).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Trailing_zeros_are_no_extra_decimals()
    {
        this.procore.Item(0)["scheduled_value"] = "62500.0000";

        Assert.Equal(62500m, Merge().Lines[0].ScheduledValue);
    }

    [Fact]
    public void The_newest_change_to_the_present_status_says_who_approved_and_when()
    {
        var invoice = Merge();

        Assert.Equal("Dana Cole", invoice.ApproverName);
        Assert.Equal(new DateTime(2025, 11, 4, 15, 0, 0, DateTimeKind.Utc), invoice.ApprovedOn);
    }

    [Fact]
    public void An_approval_that_was_taken_back_since_is_no_evidence()
    {
        this.procore.Header["status"] = "approved";
        this.procore.History.Add(
            JsonNode.Parse(
                """{"id":9,"column":"status","old_value":"approved","new_value":"under_review","action_by":"X","created_at":"2025-11-04T18:00:00Z"}"""
            )
        );

        Assert.Null(Merge().ApproverName);
        Assert.Null(Merge().ApprovedOn);
    }

    [Fact]
    public void Without_a_history_nobody_approved()
    {
        this.procore.History.Clear();

        Assert.Null(Merge().ApproverName);
    }

    [Fact]
    public void Segments_give_task_cost_code_and_cost_type()
    {
        var lines = Merge().Lines;

        Assert.Equal(
            ("182877777", "3300.03-200.MAT", "3300", "03-200", "MAT"),
            (lines[0].WbsCodeId, lines[0].FlatCode, lines[0].TaskSegmentCode, lines[0].CostCode, lines[0].CostType)
        );
        Assert.Null(lines[1].TaskSegmentCode);
        Assert.Equal(("03-300", "SUB"), (lines[1].CostCode, lines[1].CostType));
    }

    [Fact]
    public void Only_the_named_custom_segment_is_the_task()
    {
        Assert.Equal("A", Merge("Phase").Lines[0].TaskSegmentCode);
        Assert.Null(Merge(taskSegment: null).Lines[0].TaskSegmentCode);
        Assert.Null(Merge("Cost Code").Lines[0].TaskSegmentCode);
    }

    [Fact]
    public void A_code_the_project_does_not_list_is_named()
    {
        this.procore.WbsCodes.RemoveAt(1);

        var refused = Assert.Throws<IntegrationException>(Merge);

        Assert.Equal("procore-wbs-code-unknown", refused.Kind.Code);
        Assert.Contains("line 2: the WBS code 03-300.SUB (182877778)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_code_stays_without_coding()
    {
        this.procore.Item(1)["wbs_code"] = null;

        Assert.Null(Merge().Lines[1].CostCode);
    }

    [Fact]
    public void Retainage_held_comes_from_the_detail_by_id()
    {
        var line = Merge().Lines[0];

        Assert.Equal(4975.00m, line.WorkRetainageHeld);
        Assert.Equal(625.00m, line.StoredRetainageHeld);
    }

    [Fact]
    public void Released_retainage_comes_from_the_same_row_and_leaves_what_is_held_alone()
    {
        var lines = Merge().Lines;

        Assert.Equal((310.25m, 40.50m), (lines[0].WorkRetainageReleased!.Value, lines[0].StoredRetainageReleased!.Value));
        Assert.Equal((4975.00m, 625.00m), (lines[0].WorkRetainageHeld!.Value, lines[0].StoredRetainageHeld!.Value));
        Assert.Null(lines[1].WorkRetainageReleased);
        Assert.Null(lines[1].StoredRetainageReleased);
    }

    [Fact]
    public void Where_ids_differ_the_position_finds_the_detail()
    {
        this.procore.Detail[0]!["id"] = 2;
        this.procore.Detail[1]!["id"] = 1;

        Assert.Equal(4975.00m, Merge().Lines[0].WorkRetainageHeld);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("twice")]
    [InlineData("taken by another line")]
    public void A_line_whose_retainage_cannot_be_told_is_named(string fault)
    {
        if (fault == "missing")
        {
            this.procore.Detail.RemoveAt(1);
        }

        if (fault == "twice")
        {
            this.procore.Detail.Add(this.procore.Detail[1]!.DeepClone());
        }

        if (fault == "taken by another line")
        {
            this.procore.Detail.RemoveAt(0);
            this.procore.Detail[0]!["item_number"] = 2;
        }

        var refused = Assert.Throws<IntegrationException>(Merge);

        Assert.Equal("procore-line-unmatched", refused.Kind.Code);
        Assert.Contains(fault == "taken by another line" ? "line 2" : "line 1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Positions_number_the_lines_unless_they_repeat()
    {
        this.procore.Item(0)["position"] = 20;
        Assert.Equal(20, Merge().Lines[0].LineNumber);

        this.procore.Item(0)["position"] = 2;
        Assert.Equal(1, Merge().Lines[0].LineNumber);
        Assert.Equal(2, Merge().Lines[1].LineNumber);
    }

    [Theory]
    [InlineData("number", "number is missing")]
    [InlineData("status", "status is missing")]
    public void What_an_invoice_cannot_do_without_is_named(string field, string sentence)
    {
        this.procore.Header.Remove(field);

        var refused = Assert.Throws<IntegrationException>(Merge);

        Assert.Equal("procore-field-unreadable", refused.Kind.Code);
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Blank_texts_are_missing_ones()
    {
        this.procore.Item(0)["description_of_work"] = "";
        this.procore.Header["invoice_number"] = "  ";

        Assert.Null(Merge().Lines[0].Description);
        Assert.Null(Merge().InvoiceNumber);
    }

    [Fact]
    public void A_text_that_does_not_fit_is_named_and_not_cut()
    {
        this.procore.Header["invoice_number"] = new string('9', 51);

        Assert.Contains("the invoice number is '999", Assert.Throws<IntegrationException>(Merge).Message, StringComparison.Ordinal);
        Assert.Contains("longer than 50 characters", Assert.Throws<IntegrationException>(Merge).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_that_is_none_is_named()
    {
        this.procore.Header["requisition_end"] = "31/10/2025";

        Assert.Contains(
            "the period end is '31/10/2025', which is not a date",
            Assert.Throws<IntegrationException>(Merge).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2025-11-01T00:00:00+13:00", "2025-11-01")]
    [InlineData("2025-10-31T23:30:00-05:00", "2025-10-31")]
    public void A_day_with_a_time_behind_it_is_the_day_that_was_named(string named, string day)
    {
        foreach (var field in new[] { "requisition_start", "requisition_end", "billing_date" })
        {
            this.procore.Header[field] = named;
        }

        var invoice = Merge();
        Assert.Equal((day, day, day), (invoice.PeriodStart.ToString(), invoice.PeriodEnd.ToString(), invoice.BillingDate.ToString()));
    }

    [Fact]
    public void A_time_in_utc_that_may_be_another_day_is_named()
    {
        this.procore.Header["billing_date"] = "2025-10-31T11:00:00Z";
        var refusal = Assert.Throws<IntegrationException>(Merge);
        Assert.Contains("the billing date is '2025-10-31T11:00:00Z', which is a time in UTC", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("100000000000.01")]
    [InlineData("-9007199254740993.17")]
    public void An_amount_beyond_its_column_is_named_with_the_limit(string amount)
    {
        this.procore.Item(0)["scheduled_value"] = JsonNode.Parse(amount);
        var refusal = Assert.Throws<IntegrationException>(Merge);
        Assert.Contains($"line 1: the scheduled value is '{amount}'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("100,000,000,000.00", refusal.Message, StringComparison.Ordinal);
        Assert.False(RetrySchedule.MayPass(refusal));
    }

    [Fact]
    public void A_line_of_the_subcontractors_breakdown_keeps_its_own_id_and_tax_rates_are_read()
    {
        this.procore.Item(0)["item_type"] = "contract_detail_item";
        this.procore.Item(0)["detail_line_item_id"] = 9901;
        this.procore.Item(0)["taxes"] = JsonNode.Parse(
            """[{"tax_code_id":2,"tax_code_name":"PST","tax_code_rate":"7.0"},{"tax_code_id":1,"tax_code_name":"GST","tax_code_rate":5}]"""
        );
        var invoice = Merge();
        Assert.Equal(("177", "9901", "5 + 7"), (invoice.Lines[0].ProcoreLineId, invoice.Lines[0].ProcoreDetailId, invoice.Lines[0].TaxRates));
        Assert.Equal((null, null), (invoice.Lines[1].ProcoreDetailId, invoice.Lines[1].TaxRates));
    }

    [Fact]
    public void What_our_own_account_approved_by_answering_a_workflow_step_leaves_the_invoice_as_it_was()
    {
        this.procore.Header["status"] = "under_review";
        this.procore.Item(0)["status"] = "no_action";
        var approval = this.procore.History[1]!.AsObject();
        this.procore.History.Remove(approval);
        var before = Merge();

        this.procore.Header["status"] = "approved";
        this.procore.Item(0)["status"] = "approved";
        approval["action_by_id"] = 900;
        this.procore.History.Add(approval);
        var after = Merge("Oracle Task", "900");

        Assert.Equal(SourceHash.Of(before), SourceHash.Of(after));
        Assert.Equal(("under_review", "no_action"), (after.Status, after.Lines[0].LineStatus));
        Assert.Equal((before.ApproverName, before.ApprovedOn), (after.ApproverName, after.ApprovedOn));
        Assert.NotEqual(SourceHash.Of(before), SourceHash.Of(Merge("Oracle Task", "901")));
        Assert.NotEqual(SourceHash.Of(before), SourceHash.Of(Merge()));
    }

    private SourceInvoice Merge() => Merge("Oracle Task");

    private SourceInvoice Merge(string? taskSegment, string? own = null) =>
        InvoiceMerge.Merge(
            new InvoiceReads(
                ProcoreRequisition.Id,
                this.procore.Header.Deserialize<RequisitionWire>(Json)!,
                this.procore.Detail.Deserialize<RequisitionDetailWire[]>(Json)!,
                this.procore.History.Deserialize<ChangeHistoryWire[]>(Json)!
            ),
            this.procore.WbsCodes.Deserialize<JsonElement[]>()!
                .Select(row => WbsCodes.Read(row, taskSegment))
                .OfType<WbsCode>()
                .ToDictionary(code => code.Id),
            own
        );
}
