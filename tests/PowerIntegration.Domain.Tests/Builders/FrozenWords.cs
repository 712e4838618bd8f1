using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents.Content;

namespace PowerIntegration.Domain.Tests.Builders;

/// <summary>The smallest content that can be frozen: one text.</summary>
public sealed record FrozenWords(string Text) : IFrozenContent
{
    public string Format => "words 1";

    public decimal Amount => 0m;

    public decimal ApprovalAmount => 0m;

    public string Currency => "USD";

    public CalendarDate? PostsOn => null;

    public IReadOnlyList<ContentPart> Parts => [];

    public void WriteTo(ContentWriter writer) => writer.Field("text", Text);
}
