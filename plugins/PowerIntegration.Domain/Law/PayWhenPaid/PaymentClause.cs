namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>The payment clause of a contract.</summary>
public enum PaymentClause
{
    /// <summary>None: payment is due on its date.</summary>
    None,

    /// <summary>Payment waits for the owner's payment, at most until an outside date; the debt remains.</summary>
    PayWhenPaid,

    /// <summary>The owner's payment is a condition of the debt.</summary>
    PayIfPaid,
}
