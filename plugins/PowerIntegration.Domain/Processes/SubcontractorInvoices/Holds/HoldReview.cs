using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Holds;

/// <summary>What a look at a document's payment holds in Oracle comes to. What Oracle shows counts, not what was asked of it.</summary>
public sealed record HoldReview
{
    private HoldReview() { }

    /// <summary>Why the hold counts as released; null where it does not.</summary>
    public string? ReleasedWhy { get; private init; }

    /// <summary>Oracle's ids of our holds that were shown.</summary>
    public IReadOnlyList<string> Ids { get; private init; } = [];

    /// <summary>What a person has to know or do; null where nothing.</summary>
    public Finding? Finding { get; private init; }

    /// <summary>What was found.</summary>
    public string Message { get; private init; } = "";

    /// <summary>Decides.</summary>
    /// <param name="document">The document.</param>
    /// <param name="prepared">What it froze.</param>
    /// <param name="holds">The holds that Oracle shows on its invoices.</param>
    /// <param name="today">The day.</param>
    /// <param name="remark">What Oracle answered where it refused the release; null where it did not.</param>
    public static HoldReview Of(
        HeldDocument document,
        PreparedInvoice prepared,
        IReadOnlyList<ReadBackHold> holds,
        CalendarDate today,
        string? remark
    )
    {
        var held = prepared.Documents.Where(invoice => prepared.HoldOf(invoice) is not null).Select(invoice => invoice.InvoiceNumber).ToList();
        if (!document.IsOpen || held.Count == 0)
        {
            return new HoldReview { Message = document.ReleasedWhy ?? $"{document.Name} has no open payment hold." };
        }

        var frozen = prepared.PaymentHold!;
        var name = document.Known.PlacedAs(frozen);
        var ours = holds.Where(hold => document.Known.IsOurs(frozen, hold) && held.Exists(number => number == hold.InvoiceNumber)).ToList();
        return Of(document, name, frozen, held, ours, today, remark) with { Ids = [.. ours.Select(hold => hold.Id).OfType<string>().Distinct()] };
    }

    private static HoldReview Of(
        HeldDocument document,
        string name,
        PaymentHold frozen,
        List<string> held,
        List<ReadBackHold> ours,
        CalendarDate today,
        string? remark
    )
    {
        var why = document.IsSent ? HoldRelease.Why(document, today) : null;
        var bare = held.Find(number => ours.TrueForAll(hold => hold.InvoiceNumber != number));
        if (bare is not null && document.IsSettled)
        {
            return Stuck(document, $"Oracle shows no hold {name} on invoice {bare}.", "Check the invoice in Payables, and place the hold again.");
        }

        var early =
            why is null && document.State != DocumentState.Reversed
                ? held.Find(number =>
                    ours.Exists(hold => hold.InvoiceNumber == number) && ours.TrueForAll(hold => hold.InvoiceNumber != number || !hold.IsOpen)
                )
                : null;
        if (early is not null)
        {
            return ByOthers(document, name, ours.FindLast(hold => hold.InvoiceNumber == early)!);
        }

        if (ours.Find(hold => hold.IsOpen) is { } open)
        {
            return why is null
                ? new HoldReview { Message = $"Invoice {open.InvoiceNumber} waits under hold {name}{Until(document)}." }
                : Stuck(
                    document,
                    $"Hold {name} on invoice {open.InvoiceNumber} is due for release and still open. {remark}".TrimEnd(),
                    $"Check that {document.Known.ReleasedAs(frozen)} is a valid release of the hold in Payables, or release the hold there."
                );
        }

        return bare is null
            ? Released(why ?? HoldRelease.Reversed(document))
            : new HoldReview { Message = $"Invoice {bare} has no hold {name} yet. It gets one before it is validated." };
    }

    // It is looked up again every day until its day comes: whoever released it may place it again, and that hold is released like the first.
    private static HoldReview ByOthers(HeldDocument document, string name, ReadBackHold hold)
    {
        var what =
            $"Hold {name} on invoice {hold.InvoiceNumber} was released in Oracle by {hold.ChangedBy ?? "an unknown user"} on "
            + $"{hold.ReleasedOn ?? "an unknown day"} ({hold.ReleaseName})";
        return new HoldReview
        {
            Message = what + ".",
            Finding = FindingOf(
                document,
                FindingKind.PaymentHoldReleased,
                $"{document.Name}: {what}, although payment waits for the owner{Until(document)}.",
                $"Ask {hold.ChangedBy ?? "accounts payable"} why. To hold the payment, place the hold again in Payables; "
                    + "else acknowledge this finding."
            ),
        };
    }

    private static HoldReview Released(string why) => new() { ReleasedWhy = why, Message = why };

    private static HoldReview Stuck(HeldDocument document, string what, string nextStep) =>
        new() { Message = what, Finding = FindingOf(document, FindingKind.PaymentHoldStuck, $"{document.Name}: {what}", nextStep) };

    private static Finding FindingOf(HeldDocument document, FindingKind kind, string sentence, string nextStep) =>
        new()
        {
            Kind = kind,
            Severity = FindingSeverity.Error,
            Owner = OwnerRole.AccountsPayable,
            Sentence = sentence,
            NextStep = nextStep,
            Amount = document.Amount,
            Currency = document.Currency,
        };

    private static string Until(HeldDocument document) => document.Until is { } day ? Sentence.Of($" until {day} at the latest") : "";
}
