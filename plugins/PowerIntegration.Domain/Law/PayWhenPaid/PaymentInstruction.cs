using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>What to do about the payment of an invoice. None of the cases affects its posting.</summary>
public abstract record PaymentInstruction
{
    private PaymentInstruction() { }

    /// <summary>Nothing yet: the invoice posts on time, and payment may be held only after that.</summary>
    /// <param name="Sentence">The instruction as a sentence.</param>
    public sealed record AfterPosting(string Sentence) : PaymentInstruction;

    /// <summary>Place the named hold on the invoice, or keep it there.</summary>
    /// <param name="HoldName">Name of the hold in Oracle.</param>
    /// <param name="Amount">The amount that waits.</param>
    /// <param name="Until">The latest day for the next review; null where only the owner's payment ends the wait.</param>
    /// <param name="Sentence">The instruction as a sentence.</param>
    public sealed record Hold(string HoldName, decimal Amount, CalendarDate? Until, string Sentence) : PaymentInstruction;

    /// <summary>Release the named hold, if there is one; the rest of the invoice is paid.</summary>
    /// <param name="HoldName">Name of the hold in Oracle.</param>
    /// <param name="Amount">The amount to pay.</param>
    /// <param name="DueOn">The day on which it is due.</param>
    /// <param name="Sentence">The instruction as a sentence.</param>
    public sealed record Release(string HoldName, decimal Amount, CalendarDate DueOn, string Sentence) : PaymentInstruction;

    /// <summary>Release a part; the rest keeps the named hold.</summary>
    /// <param name="HoldName">Name of the hold in Oracle.</param>
    /// <param name="Amount">The amount to pay.</param>
    /// <param name="Blocked">The amount that waits.</param>
    /// <param name="DueOn">The day on which the part is due.</param>
    /// <param name="Sentence">The instruction as a sentence.</param>
    public sealed record ReleasePart(string HoldName, decimal Amount, decimal Blocked, CalendarDate DueOn, string Sentence) : PaymentInstruction;

    /// <summary>Oracle cannot pay part of the invoice: the hold stays and Payables pays the part manually.</summary>
    /// <param name="HoldName">Name of the hold in Oracle.</param>
    /// <param name="Amount">The amount to pay.</param>
    /// <param name="Blocked">The amount that waits.</param>
    /// <param name="DueOn">The day on which the part is due.</param>
    /// <param name="Sentence">The task, with its figures.</param>
    public sealed record PayablesTask(string HoldName, decimal Amount, decimal Blocked, CalendarDate DueOn, string Sentence) : PaymentInstruction;

    /// <summary>A person must decide; until then the invoice keeps its holds.</summary>
    /// <param name="Sentence">The decision to make.</param>
    public sealed record Decide(string Sentence) : PaymentInstruction;

    /// <summary>There is no instruction until the terms are complete.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Stopped(Refusal Reason) : PaymentInstruction;
}
