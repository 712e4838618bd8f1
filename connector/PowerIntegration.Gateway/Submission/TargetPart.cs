namespace PowerIntegration.Gateway.Submission;

/// <summary>One part of what a document froze: a record that is made in the target system, or one that is acted on.</summary>
/// <param name="Number">Position among the parts, from 1.</param>
/// <param name="Name">The record as a sentence names it, such as <c>invoice HE-40213</c>.</param>
/// <param name="Payload">What is sent to make the record; null where it exists and is acted on.</param>
internal abstract record TargetPart(int Number, string Name, string? Payload)
{
    /// <summary>True where the record is made.</summary>
    public bool IsMade => Payload is not null;
}
