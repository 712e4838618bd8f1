using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Accruals;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Accruals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>Lists what accounting accrues when it closes a period: approved and not posted, and posted in a later period, by task.</summary>
[CustomApi(
    "pint_ListAccruals",
    Gates.ListAccruals,
    "Lists what to accrue for a period of a business unit, by Oracle task: what is approved and not posted, and what posted in a later period.",
    DisplayName = "List accruals"
)]
[CustomApiInput("PayablesSetupId", CustomApiFieldType.Guid, "Row ID of the payables setup of the business unit.")]
[CustomApiInput("PeriodEnd", CustomApiFieldType.String, "Last day of the period, as 2025-10-31.")]
[CustomApiOutput("Accruals", CustomApiFieldType.String, "The totals by task and the documents they come from, as JSON.")]
[CustomApiOutput("DocumentCount", CustomApiFieldType.Integer, "Number of documents in the list.")]
[CustomApiOutput("Gross", CustomApiFieldType.Decimal, "Total before retainage, in the currency of the business unit.")]
public sealed class ListAccruals : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var text = call.Input<string>("PeriodEnd");
        if (!DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw new InvalidPluginExecutionException(
                $"Period end is '{text}', which is not a date such as 2025-10-31. Enter the last day of the period."
            );
        }

        var reader = new AccrualReader(call.CallerService(), call.Input<Guid>("PayablesSetupId"), CalendarDate.FromDateTime(day));
        var list = AccrualList.Of(reader.Read());
        call.Output("Accruals", list.ToJson());
        call.Output("DocumentCount", list.Documents);
        call.Output("Gross", list.Gross);
    }
}
