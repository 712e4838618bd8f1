namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_oracledocumentkind</c>.</summary>
public static class OracleDocumentKindChoice
{
    /// <summary>Standard invoice.</summary>
    public const int StandardInvoice = 723100000;

    /// <summary>Credit memo.</summary>
    public const int CreditMemo = 723100001;

    /// <summary>Debit memo.</summary>
    public const int DebitMemo = 723100002;

    /// <summary>Retainage release.</summary>
    public const int RetainageRelease = 723100003;
}
