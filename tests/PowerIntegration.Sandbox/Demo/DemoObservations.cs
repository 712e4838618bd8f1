namespace PowerIntegration.Sandbox.Demo;

/// <summary>What the demo saw on the way and cannot see at the end.</summary>
internal sealed class DemoObservations
{
    /// <summary>Invoices that were refused because of a code while nothing of them was in Oracle.</summary>
    public HashSet<string> RefusedWhole { get; } = [];

    /// <summary>Codes that the coverage proof found before the first invoice.</summary>
    public HashSet<string> FoundUncovered { get; } = [];

    /// <summary>True after a second proof that found nothing any more.</summary>
    public bool IsCovered { get; set; }

    /// <summary>True after a second delivery that changed nothing.</summary>
    public bool IsSecondDeliveryHarmless { get; set; }

    /// <summary>Invoices that Oracle refused to cancel because they were paid.</summary>
    public HashSet<string> NotCanceled { get; } = [];

    /// <summary>Invoices whose reversal one person alone could not confirm.</summary>
    public HashSet<string> ReversedByTwo { get; } = [];
}
