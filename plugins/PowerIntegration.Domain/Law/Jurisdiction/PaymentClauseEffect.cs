namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>The effect of a clause that makes payment wait for the owner's payment.</summary>
public enum PaymentClauseEffect
{
    /// <summary>The owner's payment cannot be a condition; the clause may only delay: pay-if-paid is treated as pay-when-paid.</summary>
    TimingOnly,

    /// <summary>The clause has no effect, not even delay.</summary>
    Ineffective,

    /// <summary>The clause is enforced, except against a lien or bond claim: payment may wait, and the debt remains.</summary>
    NotAgainstLien,

    /// <summary>The clause is enforced where its wording is explicit.</summary>
    Enforced,

    /// <summary>The clause is void or limited; a person must review it.</summary>
    Restricted,

    /// <summary>The courts have not decided.</summary>
    Undecided,
}
