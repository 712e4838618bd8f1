using System.Text;
using PowerIntegration.Domain.Attachments;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Protection;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Attachments;

/// <summary>Which files may be attached, what a try changes, and who may say so.</summary>
public sealed class AttachmentTests
{
    private const int Megabyte = 1024 * 1024;
    private const string Key = "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|7|1";
    private static readonly AttachmentLimits Limits = new(["pdf", "zip"], 2 * Megabyte, 3 * Megabyte);
    private static readonly DateTime Now = new(2026, 11, 30, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("signed.pdf", true)]
    [InlineData("SIGNED.PDF", true)]
    [InlineData("signed.pdf.exe", false)]
    [InlineData("signed", false)]
    [InlineData("signed.", false)]
    public void A_file_goes_by_the_last_ending_of_its_name(string name, bool isAllowed)
    {
        var refusal = AttachmentRules.OfName(name, Limits);

        Assert.Equal(isAllowed, refusal is null);
        Assert.True(isAllowed || refusal!.Sentence.Contains($"'{name}'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 0, "attachment-empty")]
    [InlineData(2 * Megabyte, 0, null)]
    [InlineData((2 * Megabyte) + 1, 0, "attachment-too-large")]
    [InlineData(2 * Megabyte, Megabyte, null)]
    [InlineData(2 * Megabyte, Megabyte + 1, "attachment-total-too-large")]
    public void A_limit_is_reached_and_not_passed(int size, int attached, string? code) =>
        Assert.Equal(code, AttachmentRules.OfContent("a.pdf", new byte[size], isPage: false, attached, Limits)?.WireCode);

    [Fact]
    public void A_size_above_a_limit_never_reads_like_the_limit()
    {
        var sentence = AttachmentRules.OfContent("a.pdf", new byte[(2 * Megabyte) + 1], isPage: false, 0, Limits)!.Sentence;

        Assert.Contains("(2.01 MB)", sentence, StringComparison.Ordinal);
        Assert.Contains("limit of 2 MB", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.7", false, null)]
    [InlineData("\uFEFF  <!DOCTYPE HTML><html>", false, "attachment-page-instead")]
    [InlineData("<HTML>", false, "attachment-page-instead")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error>", false, "attachment-page-instead")]
    [InlineData("%PDF-1.7", true, "attachment-page-instead")]
    public void A_web_page_is_no_file(string content, bool isPage, string? code) =>
        Assert.Equal(code, AttachmentRules.OfContent("a.pdf", Encoding.UTF8.GetBytes(content), isPage, 0, Limits)?.WireCode);

    [Fact]
    public void A_file_is_found_again_by_document_and_file_and_by_nothing_else()
    {
        var mark = new AttachmentMark(48213, new string('a', 64));
        var description = mark.Describe(Key, "77");

        Assert.Equal(mark, AttachmentMark.Find(description, Key, "77"));
        Assert.Null(AttachmentMark.Find(description, Key, "78"));
        Assert.Null(AttachmentMark.Find(description, Key + "0", "77"));
        Assert.Null(AttachmentMark.Find(null, Key, "77"));
        Assert.True(description.Length <= AttachmentMark.LengthMax);
    }

    [Fact]
    public void Results_are_read_as_they_were_written()
    {
        AttachmentResult[] results =
        [
            AttachmentResult.Sent(Guid.Parse("00000000-0000-0000-0000-000000000001"), new AttachmentMark(3, new string('b', 64)), "300, 301"),
            AttachmentResult.Stopped(Guid.Parse("00000000-0000-0000-0000-000000000002"), AttachmentRules.OfName("a \"b\".exe", Limits)!),
            AttachmentResult.Withdrawn(Guid.Parse("00000000-0000-0000-0000-000000000003")),
        ];
        var reader = new FieldReader();

        Assert.Equal(results, AttachmentResultsText.Read(AttachmentResultsText.Write(results), reader));
        Assert.Empty(reader.Problems);
    }

    [Fact]
    public void What_is_attached_stays_attached_and_each_cause_is_one_finding()
    {
        var ids = Enumerable.Range(1, 4).Select(number => new Guid(number, 0, 0, new byte[8])).ToList();
        var before = new[]
        {
            new StoredAttachment(ids[0], AttachmentState.Sent, null),
            new StoredAttachment(ids[1], AttachmentState.Waiting, null),
            new StoredAttachment(ids[2], AttachmentState.NotSent, "File 'x' is too large."),
            new StoredAttachment(ids[3], AttachmentState.Waiting, null),
        };
        var recorded = AttachmentRecording.Of(
            "SC-001 application 2",
            before,
            [
                AttachmentResult.Withdrawn(ids[0]),
                AttachmentResult.Failed(ids[1], "oracle-unavailable", "Oracle is down."),
                AttachmentResult.Sent(ids[3], new AttachmentMark(1, new string('c', 64)), "1"),
            ]
        );

        Assert.Equal([ids[1], ids[3]], recorded.Changes.Select(change => change.Id));
        Assert.Equal((1, 1), (recorded.Waiting, recorded.NotSent));
        Assert.Equal([FindingKind.AttachmentsNotSent, FindingKind.AttachmentsUnfinished], recorded.Findings.Select(finding => finding.Kind));
        Assert.All(recorded.Findings, finding => Assert.Null(finding.Amount));
        Assert.Contains("SC-001 application 2 is posted. Oracle is down.", recorded.Findings[1].Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DocumentState.Posted, null, 0, true)]
    [InlineData(DocumentState.Prepared, null, 0, false)]
    [InlineData(DocumentState.Reversed, null, 0, false)]
    [InlineData(DocumentState.Posted, "other", 2, false)]
    [InlineData(DocumentState.Posted, "mine", 2, true)]
    [InlineData(DocumentState.Posted, "other", -1, true)]
    [InlineData(DocumentState.Posted, "other", 60, true)]
    public void One_call_at_a_time_attaches_and_only_after_posting(DocumentState state, string? holder, int minutes, bool isClaimed) =>
        Assert.Equal(isClaimed, AttachmentClaim.Check("SC-001", state, holder, Now.AddMinutes(minutes), "mine", Now) is null);

    [Fact]
    public void Files_of_a_posted_document_change_and_nothing_else_of_it()
    {
        Refusal? Change(DocumentColumns columns, bool isOwn) =>
            RowProtection.DocumentChanges(
                new DocumentChange
                {
                    Columns = columns,
                    StateBefore = DocumentState.Posted,
                    IsFromOwnApi = isOwn,
                }
            );

        Assert.Null(Change(DocumentColumns.AttachmentFacts, isOwn: false));
        Assert.Null(Change(DocumentColumns.AttachmentClaim, isOwn: true));
        Assert.NotNull(Change(DocumentColumns.AttachmentClaim, isOwn: false));
        Assert.NotNull(Change(DocumentColumns.AttachmentFacts | DocumentColumns.Answer, isOwn: true));
        Assert.NotNull(RowProtection.AttachmentChanges(isFromOwnApi: false));
        Assert.NotNull(RowProtection.AttachmentIsCreated(isWaiting: false));
    }
}
