namespace PowerIntegration.Domain.Approvals;

/// <summary>What a person wrote with an answer, as the end of a sentence.</summary>
public static class Comment
{
    /// <summary>The end of the sentence: a period alone where nothing was written.</summary>
    /// <param name="comments">What was written; null where nothing.</param>
    public static string Quoted(string? comments) => string.IsNullOrWhiteSpace(comments) ? "." : $": \"{comments!.Trim().TrimEnd('.')}\".";
}
