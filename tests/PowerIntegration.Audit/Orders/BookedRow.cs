namespace PowerIntegration.Audit.Orders;

/// <summary>What the book remembers of a row besides its sum.</summary>
internal sealed record BookedRow(string Order, string Place, string Task)
{
    /// <summary>Signed or bought without a change order.</summary>
    public long Signed { get; init; }

    public long Billed { get; init; }

    public bool IsLive { get; init; } = true;

    public bool IsCredit { get; init; }

    public long? Units { get; init; }

    /// <summary>Price of a unit in millionths of a dollar.</summary>
    public long Price { get; init; }
}
