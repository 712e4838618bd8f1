using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Tables.Rows;

/// <summary>States of a document as values of the choice, and back.</summary>
public static class DocumentStates
{
    private static readonly Dictionary<DocumentState, int> Choices = new()
    {
        [DocumentState.Received] = DocumentStateChoice.Received,
        [DocumentState.Prepared] = DocumentStateChoice.Prepared,
        [DocumentState.AwaitingApproval] = DocumentStateChoice.AwaitingApproval,
        [DocumentState.Held] = DocumentStateChoice.Held,
        [DocumentState.Submitted] = DocumentStateChoice.Submitted,
        [DocumentState.Posted] = DocumentStateChoice.Posted,
        [DocumentState.Refused] = DocumentStateChoice.Refused,
        [DocumentState.Superseded] = DocumentStateChoice.Superseded,
        [DocumentState.Reversed] = DocumentStateChoice.Reversed,
    };

    /// <summary>Value of the choice.</summary>
    public static int ToChoice(DocumentState state) => Choices[state];

    /// <summary>State of a value of the choice; null where there is no value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The choice has no such value.</exception>
    public static DocumentState? FromChoice(int? value) =>
        value is null ? null
        : Choices.Any(pair => pair.Value == value) ? Choices.First(pair => pair.Value == value).Key
        : throw new ArgumentOutOfRangeException(nameof(value), value, "The document state is unknown.");
}
