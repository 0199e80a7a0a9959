using System.Globalization;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Conformance;

/// <summary>The published cases of the three ways in which AWS writes a moment.</summary>
public class TimestampConformanceTests
{
    private delegate bool Parser(ReadOnlySpan<char> text, out DateTimeOffset moment);

    public static TheoryData<string, int> Cases
    {
        get
        {
            var data = new TheoryData<string, int>();
            if (SharedFolder.Vectors is null)
            {
                data.Add("missing", 0);
                return data;
            }

            foreach (JsonProperty list in Root().EnumerateObject())
            {
                for (int i = 0; i < list.Value.GetArrayLength(); i++) data.Add(list.Name, i);
            }

            return data;
        }
    }

    [SharedTheory]
    [MemberData(nameof(Cases))]
    public void ParseAndFormat_Moment_IsAsPublished(string list, int index)
    {
        JsonElement vector = Root().GetProperty(list)[index];
        long seconds = long.Parse(vector.GetProperty("canonical_seconds").GetString()!, CultureInfo.InvariantCulture);
        int nanoseconds = vector.GetProperty("canonical_nanos").GetInt32();
        string? text = vector.TryGetProperty("smithy_format_value", out JsonElement value) ? value.GetString() : null;
        bool isInCalendar = seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        DateTimeOffset moment = isInCalendar ? DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(nanoseconds / 100) : default;
        if (list.StartsWith("parse", StringComparison.Ordinal))
        {
            Parser parse = list switch
            {
                "parse_epoch_seconds" => WireTimestamp.TryParseEpochSeconds,
                "parse_http_date" => WireTimestamp.TryParseHttpDate,
                _ => WireTimestamp.TryParseDateTime,
            };

            // Years before 1 have no DateTimeOffset: refused, not bent into another year.
            Assert.Equal(isInCalendar, parse(text, out DateTimeOffset parsed));
            Assert.Equal(moment, parsed);
            return;
        }

        if (!isInCalendar)
        {
            // Nothing to format: the type that the library uses for moments cannot hold it.
            Assert.Throws<ArgumentOutOfRangeException>(() => DateTimeOffset.FromUnixTimeSeconds(seconds));
            return;
        }

        Assert.Equal(text, list switch
        {
            "format_epoch_seconds" => WireTimestamp.FormatEpochSeconds(moment),
            "format_http_date" => WireTimestamp.FormatHttpDate(moment),
            _ => WireTimestamp.FormatDateTime(moment),
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1.1234567890")]
    [InlineData("1e9")]
    [InlineData("99999999999999")]
    [InlineData("1.5Z")]
    [InlineData(" 1")]
    public void TryParseEpochSeconds_AnythingElse_IsRefused(string text) => Assert.False(WireTimestamp.TryParseEpochSeconds(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("Thu, 01 Jan 2026 00:00:00")]
    [InlineData("Fri, 01 Jan 2026 00:00:00 GMT")]
    [InlineData("Thu, 32 Jan 2026 00:00:00 GMT")]
    public void TryParseHttpDate_AnythingElse_IsRefused(string text) => Assert.False(WireTimestamp.TryParseHttpDate(text, out _));

    [Theory]
    [InlineData("2026-01-01T00:00:00+01:30", "2025-12-31T22:30:00Z")]
    [InlineData("2026-01-01T00:00:00.25-08:00", "2026-01-01T08:00:00.25Z")]
    public void TryParseDateTime_Offset_IsTaken(string text, string utc)
    {
        Assert.True(WireTimestamp.TryParseDateTime(text, out DateTimeOffset moment));
        Assert.Equal(utc, WireTimestamp.FormatDateTime(moment));
    }

    private static JsonElement Root() =>
        JsonElement.Parse(File.ReadAllBytes(Path.Combine(SharedFolder.Vectors!, "timestamps", "date-time-format.json")));
}
