namespace PowerIntegration.Tool.Rights;

/// <summary>The result of one check.</summary>
/// <param name="Mark">What came of it.</param>
/// <param name="Sentence">What was checked, what was read and where; for a forbidden right how to remove it.</param>
internal sealed record CheckedRight(RightMark Mark, string Sentence)
{
    /// <summary>The account does not have the right.</summary>
    public static CheckedRight Absent(string sentence) => new(RightMark.Absent, sentence);

    /// <summary>The account has a right that it must not have.</summary>
    public static CheckedRight Forbidden(string sentence) => new(RightMark.Forbidden, sentence);

    /// <summary>It is not known whether the account has the right.</summary>
    public static CheckedRight NotRead(string sentence) => new(RightMark.NotRead, sentence);

    /// <summary>The line as it is printed. Names come from outside, and a line break in one must not look like a line of its own.</summary>
    public string Line => MarkText + string.Concat(Sentence.Select(letter => char.IsControl(letter) ? ' ' : letter));

    private string MarkText =>
        Mark switch
        {
            RightMark.Absent => "✓ ",
            RightMark.Forbidden => "✗ ",
            _ => "? ",
        };
}
