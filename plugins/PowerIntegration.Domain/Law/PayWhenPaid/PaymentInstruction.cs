using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>What to do about the payment of an invoice. None of the cases touches its posting.</summary>
public abstract record PaymentInstruction
{
    private PaymentInstruction() { }

    /// <summary>Nothing yet: the invoice posts on time, and only then payment may be held.</summary>
    /// <param name="Sentence">The same for a person.</param>
    public sealed record AfterPosting(string Sentence) : PaymentInstruction;

    /// <summary>Have the named hold on the invoice.</summary>
    /// <param name="HoldName">Name of the hold in Oracle.</param>
    /// <param name="Amount">What waits.</param>
    /// <param name="Until">The day on which to look again at the latest; null where only the owner's payment ends the wait.</param>
    /// <param name="Sentence">The same for a person.</param>
    public sealed record Hold(string HoldName, decimal Amount, CalendarDate? Until, string Sentence) : PaymentInstruction;

    /// <summary>Release the named hold, if it is there; the rest of the invoice is paid.</summary>
    /// <param name="HoldName">Name of the hold in Oracle.</param>
    /// <param name="Amount">What is paid.</param>
    /// <param name="DueOn">The day on which it is due.</param>
    /// <param name="Sentence">The same for a person.</param>
    public sealed record Release(string HoldName, decimal Amount, CalendarDate DueOn, string Sentence) : PaymentInstruction;

    /// <summary>Release a part; the rest keeps the named hold.</summary>
    /// <param name="HoldName">Name of the hold in Oracle.</param>
    /// <param name="Amount">What is paid.</param>
    /// <param name="Blocked">What waits.</param>
    /// <param name="DueOn">The day on which the part is due.</param>
    /// <param name="Sentence">The same for a person.</param>
    public sealed record ReleasePart(string HoldName, decimal Amount, decimal Blocked, CalendarDate DueOn, string Sentence) : PaymentInstruction;

    /// <summary>Oracle cannot pay a part: the hold stays and Payables pays the part by hand.</summary>
    /// <param name="HoldName">Name of the hold in Oracle.</param>
    /// <param name="Amount">What is to be paid.</param>
    /// <param name="Blocked">What waits.</param>
    /// <param name="DueOn">The day on which the part is due.</param>
    /// <param name="Sentence">The task, with its figures.</param>
    public sealed record PayablesTask(string HoldName, decimal Amount, decimal Blocked, CalendarDate DueOn, string Sentence) : PaymentInstruction;

    /// <summary>A person must decide; until then the invoice keeps whatever hold it has.</summary>
    /// <param name="Sentence">What is to be decided.</param>
    public sealed record Decide(string Sentence) : PaymentInstruction;

    /// <summary>Nothing can be said before the contract is completed.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Stopped(Refusal Reason) : PaymentInstruction;
}
