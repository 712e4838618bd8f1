namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>What a contract says about paying before the owner has paid.</summary>
public enum PaymentClause
{
    /// <summary>Nothing: payment is due on its date.</summary>
    None,

    /// <summary>Payment waits for the owner's, at most until an outside date; the debt stays.</summary>
    PayWhenPaid,

    /// <summary>The owner's payment is a condition of the debt.</summary>
    PayIfPaid,
}
