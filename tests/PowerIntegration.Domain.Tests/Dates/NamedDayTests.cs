using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using Xunit;

namespace PowerIntegration.Domain.Tests.Dates;

/// <summary>A day is the one that was named, wherever the machine stands.</summary>
[Collection(nameof(MachineZone))]
public sealed class NamedDayTests
{
    [Theory]
    [InlineData("2025-11-01", "2025-11-01")]
    [InlineData("2025-11-01T00:00:00+13:00", "2025-11-01")]
    [InlineData("2025-11-01T23:59:59.9999999+14:00", "2025-11-01")]
    [InlineData("2025-10-31T23:30:00-05:00", "2025-10-31")]
    [InlineData("2025-10-31T00:00:00-1200", "2025-10-31")]
    [InlineData("2025-10-31T00:00Z", "2025-10-31")]
    [InlineData("2025-10-31T00:00:00.000+00:00", "2025-10-31")]
    [InlineData("2025-10-31 23:30:00", "2025-10-31")]
    [InlineData("2024-02-29t23:30:00", "2024-02-29")]
    [InlineData("2025-12-31T20:00:00-08", "2025-12-31")]
    public void A_time_or_an_offset_does_not_move_the_day(string text, string day)
    {
        foreach (var zone in new[] { "Pacific/Kiritimati", "Etc/GMT+12", "America/Chicago", "UTC" })
        {
            using var machine = new MachineZone(zone);
            Assert.True(NamedDay.TryRead(text, out var read, out var problem), zone + " " + problem);
            Assert.Equal((day, ""), (read.ToString(), problem));
        }
    }

    [Theory]
    [InlineData("2025-10-31T11:00:00Z", "UTC")]
    [InlineData("2025-10-31T23:59:59+00:00", "UTC")]
    [InlineData("2025-10-31T00:00:01-00:00", "UTC")]
    [InlineData("2025-02-29", "not a date")]
    [InlineData("2025-10-31T24:00:00", "not a date")]
    [InlineData("2025-10-31T10:00:00 PM", "not a date")]
    [InlineData("2025-10-31 and more", "not a date")]
    [InlineData("2025-10-31\n", "not a date")]
    [InlineData("10/31/2025", "not a date")]
    [InlineData("31.10.2025", "not a date")]
    [InlineData("20251031", "not a date")]
    [InlineData("\u0662\u0660\u0662\u0665-10-31", "not a date")]
    [InlineData("2025-10-31T12:00:00+25:00", "not a date")]
    [InlineData("2025-10-31T12:00:00-14:60", "not a date")]
    [InlineData("0001-01-01", "before 1900")]
    [InlineData("0025-10-31", "before 1900")]
    [InlineData("", "not a date")]
    [InlineData(null, "not a date")]
    public void What_names_no_day_is_refused_with_an_example(string? text, string why)
    {
        Assert.False(NamedDay.TryRead(text, out var day, out var problem));
        Assert.Equal(default, day);
        Assert.Contains(why, problem, StringComparison.Ordinal);
        Assert.Contains("2025-10-31", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_and_an_api_read_days_alike_and_name_the_field()
    {
        var reader = new FieldReader();
        Assert.Equal(new CalendarDate(2025, 10, 31), reader.Date("periodEnd", "2025-10-31T23:30:00-05:00"));
        Assert.Empty(reader.Problems);
        reader.Date("periodEnd", "2025-10-31T11:00:00Z");
        Assert.StartsWith("periodEnd is '2025-10-31T11:00:00Z', which is a time in UTC", Assert.Single(reader.Problems), StringComparison.Ordinal);
    }
}
