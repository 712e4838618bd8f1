using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.ChangeOrders;

/// <summary>The mark by which a change in Oracle is recognized: it begins the description of the change.</summary>
public sealed record ChangeOrderKey(string CommitmentNumber, string Number, int Revision)
{
    /// <summary>What Oracle keeps of a description.</summary>
    public const int DescriptionLengthMax = 240;

    private const char End = ':';

    /// <summary>The key of a change order.</summary>
    public static ChangeOrderKey Of(CommitmentChangeOrder changeOrder) => new(changeOrder.CommitmentNumber, changeOrder.Number, changeOrder.Revision);

    /// <summary>The description of the change: the key, and as much of the text as fits.</summary>
    public string Describe(string text) =>
        text.Trim().Length == 0 ? ToString() : Sentence.Fit(this + End.ToString() + " " + OneLine(text), DescriptionLengthMax);

    /// <summary>True where a description in Oracle has this key and no longer one, such as revision 12 for revision 1.</summary>
    public bool IsIn(string? description)
    {
        var found = OneLine(description ?? "");
        var key = ToString();
        return found.StartsWith(key, StringComparison.Ordinal) && (found.Length == key.Length || found[key.Length] == End);
    }

    /// <summary>The key as <c>PC SC-014 CO 003 r1</c>.</summary>
    public override string ToString() => Sentence.Of($"PC {OneLine(CommitmentNumber)} CO {OneLine(Number)} r{Revision}");

    // Oracle shows a description on one line and without blanks around it.
    private static string OneLine(string text) => string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
