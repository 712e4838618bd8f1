using PowerIntegration.Domain.Ownership;

namespace PowerIntegration.Tables.Rows;

/// <summary>Places of approval as values of the choice, and back.</summary>
public static class ApprovalPlaces
{
    private static readonly Dictionary<ApprovalPlace, int> Choices = new()
    {
        [ApprovalPlace.Procore] = ApprovalPlaceChoice.Procore,
        [ApprovalPlace.Oracle] = ApprovalPlaceChoice.Oracle,
        [ApprovalPlace.Teams] = ApprovalPlaceChoice.Teams,
        [ApprovalPlace.ProcoreThenOracle] = ApprovalPlaceChoice.ProcoreThenOracle,
    };

    /// <summary>Value of the choice.</summary>
    public static int ToChoice(ApprovalPlace place) => Choices[place];

    /// <summary>Place of a value of the choice; null where there is none, or the choice has no such value.</summary>
    public static ApprovalPlace? FromChoice(int? value) =>
        value is { } known && Choices.Any(pair => pair.Value == known) ? Choices.First(pair => pair.Value == known).Key : null;
}
