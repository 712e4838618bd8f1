using PowerIntegration.Domain.Documents.Content;
using Xunit;

namespace PowerIntegration.Domain.Tests.Documents.Content;

public sealed class DenseTextTests
{
    [Fact]
    public void Any_number_of_bytes_is_read_back_with_at_most_one_byte_of_padding()
    {
        for (var length = 0; length < 60; length++)
        {
            var bytes = Enumerable.Range(0, length).Select(place => (byte)(255 - (place * 37))).ToArray();
            var read = DenseText.TryRead(DenseText.Of(bytes))!;
            Assert.Equal(bytes, read.Take(length));
            Assert.InRange(read.Length, length, length + 1);
        }
    }

    [Fact]
    public void Fourteen_bits_stand_in_a_character() => Assert.Equal(8000, DenseText.Of(new byte[14000]).Length);

    [Theory]
    [InlineData("A")]
    [InlineData("\u4DFF")]
    [InlineData("\u8E00")]
    [InlineData("\uD800")]
    public void Other_characters_were_not_written_here(string text) => Assert.Null(DenseText.TryRead(text));
}
