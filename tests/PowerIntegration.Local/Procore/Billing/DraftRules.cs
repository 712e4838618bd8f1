using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Scripts;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Billing;

/// <summary>When an invoice can be made or changed.</summary>
internal static class DraftRules
{
    /// <summary>Checks a new invoice.</summary>
    /// <exception cref="InvalidOperationException">It cannot be made; the message says why.</exception>
    public static void Require(ProcoreStore store, JsonObject commitment, JsonObject period, InvoiceScript invoice)
    {
        var id = WireValue.Id(commitment);
        var configuration = store.All(RecordKind.InvoiceConfigurations).SingleOrDefault(row => WireValue.Number(row, "contract_id") == id);
        Require(
            WireValue.Text(commitment, "status") == "Approved",
            $"Commitment {id} is {commitment["status"]}. Only an approved commitment can be billed."
        );
        Require(
            WireValue.Id(commitment["project"]!.AsObject()) == WireValue.Number(period, "project_id"),
            $"Commitment {id} and billing period {period["id"]} belong to different projects."
        );
        Require(WireValue.Text(period, "status") == "open", $"Billing period {period["id"]} is {period["status"]}. Open it first.");
        Require(
            configuration?["move_materials_to_previous_work_completed"]?.GetValue<bool>() != true,
            $"Commitment {id} moves stored materials to previous work automatically, which the Procore simulator does not support. "
                + "Set move_materials_to_previous_work_completed to false."
        );
        Require(
            !store
                .All(RecordKind.Requisitions)
                .Any(row => WireValue.Number(row, "commitment_id") == id && row["invoice_number"]?.ToString() == invoice.InvoiceNumber),
            $"Commitment {id} already has an invoice {invoice.InvoiceNumber}."
        );
    }

    /// <summary>Checks that an invoice is the last of its commitment.</summary>
    /// <exception cref="InvalidOperationException">A later one exists.</exception>
    public static void RequireLast(ProcoreStore store, JsonObject requisition)
    {
        var later = store
            .All(RecordKind.Requisitions)
            .FirstOrDefault(row => row["previous_requisition_id"]?.GetValue<long>() == WireValue.Id(requisition));
        Require(later is null, $"Invoice {requisition["id"]} cannot be changed: invoice {later?["id"]} was made from it.");
    }

    private static void Require(bool condition, string sentence)
    {
        if (!condition)
        {
            throw new InvalidOperationException(sentence);
        }
    }
}
