using System.Text.Json;

namespace Bedrock.Toolkit.Tests.Serialization;

public class CountConverterTests
{
    [Theory]
    [InlineData("28", 28)]
    [InlineData("28.0", 28)]
    [InlineData("2.8e1", 28)]
    [InlineData("-0", 0)]
    [InlineData("-3.0", -3)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("2147483647.0", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("null", 0)]
    public void Read_WholeNumber_IsTaken(string json, int expected) =>
        Assert.Equal(expected, Json.ReadDrawing($$"""{"count":{{json}}}""").Count);

    [Theory]
    [InlineData("28.0", 28)]
    [InlineData("null", null)]
    public void Read_NullableMember_KeepsNull(string json, int? expected) =>
        Assert.Equal(expected, Json.ReadDrawing($$"""{"limit":{{json}}}""").Limit);

    [Theory]
    [InlineData("2147483648")]
    [InlineData("2147483648.0")]
    [InlineData("-2147483649")]
    [InlineData("1.5")]
    [InlineData("0.0000001")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("\"3\"")]
    [InlineData("\"NaN\"")]
    [InlineData("true")]
    [InlineData("[]")]
    public void Read_AnythingElse_IsRefusedWithThePath(string json)
    {
        Assert.Equal("$.count", Assert.Throws<JsonException>(() => Json.ReadDrawing($$"""{"count":{{json}}}""")).Path);
        Assert.Equal("$.limit", Assert.Throws<JsonException>(() => Json.ReadDrawing($$"""{"limit":{{json}}}""")).Path);
    }

    [Fact]
    public void Write_Count_HasNoFraction() =>
        Assert.Contains("\"count\":28,\"limit\":7", Json.Write(new Drawing { Count = 28, Limit = 7 }), StringComparison.Ordinal);
}
