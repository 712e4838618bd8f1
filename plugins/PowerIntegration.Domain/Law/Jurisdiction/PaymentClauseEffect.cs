namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>What a clause is worth that makes payment wait for the owner's.</summary>
public enum PaymentClauseEffect
{
    /// <summary>The owner's payment cannot be a condition; the clause may only delay: pay-if-paid is read as pay-when-paid.</summary>
    TimingOnly,

    /// <summary>The clause has no effect at all, not even delay.</summary>
    Ineffective,

    /// <summary>The clause stands, but not against a lien or bond claim: payment may wait, the debt is not extinguished.</summary>
    NotAgainstLien,

    /// <summary>The clause stands where its wording is explicit.</summary>
    Enforced,

    /// <summary>The clause is void or limited in ways that a person must read.</summary>
    Restricted,

    /// <summary>The courts have not decided.</summary>
    Undecided,
}
