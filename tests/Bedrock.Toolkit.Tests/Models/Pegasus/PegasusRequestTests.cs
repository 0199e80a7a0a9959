using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.Pegasus;

public sealed class PegasusRequestTests
{
    public static TheoryData<string, Action<PegasusRequest>> Faults => new()
    {
        { "InputPrompt must not be blank", r => r.InputPrompt = " \n" },
        { "InputPrompt must not be blank", r => r.InputPrompt = null! },
        { "MediaSource must not be null", r => r.MediaSource = null! },
        { "MediaSource needs Base64String or S3Location", r => r.MediaSource = new() },
        { "MediaSource.Base64String must not be empty", r => r.MediaSource = PegasusMediaSource.FromBytes(default) },
        { "MediaSource.S3Location.Uri must not be blank", r => r.MediaSource = PegasusMediaSource.FromS3(" ") },
        { "MediaSource.Base64String and MediaSource.S3Location exclude each other", r => r.MediaSource.Base64String = new byte[1] },
        { "Temperature must be a finite number", r => r.Temperature = double.NaN },
        { "MaxOutputTokens must be at least 1", r => r.MaxOutputTokens = 0 },
    };

    [Fact]
    public void Write_Minimal_MatchesSnapshot() =>
        Snapshot.Match(FamilyWire.HttpText(PegasusModels.Pegasus12.InProfile("us"), PegasusRequest.For("What happens? <\"é\">", new byte[] { 1, 2, 3 })));

    [Fact]
    public void Write_EveryMember_MatchesSnapshot() => Snapshot.Match(FamilyWire.HttpText(PegasusModels.Pegasus12, Full()));

    [Fact]
    public void Read_EveryMember_GivesEqualJson()
    {
        string json = BedrockJson.Serialize(Full());

        Assert.Equal(json, BedrockJson.Serialize(FamilyWire.RoundTrip<PegasusRequest>(json, "schema")));
    }

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives() => FamilyWire.RoundTrip<PegasusRequest>(
        """
        {"inputPrompt":"a","mediaSource":{"url":"https://example.com","s3Location":{"uri":"s3://a/b","version":3}},
         "responseFormat":{"type":"xml_schema","jsonSchema":{"type":"object","default":null},"new":1},"later":[{"x":1.0}]}
        """,
        "jsonSchema");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"inputPrompt":"a"}""")]
    [InlineData("""{"inputPrompt":null,"mediaSource":{}}""")]
    [InlineData("""{"inputPrompt":"a","mediaSource":null}""")]
    [InlineData("""{"inputPrompt":"a","mediaSource":{"base64String":"%"}}""")]
    [InlineData("""{"inputPrompt":"a","mediaSource":{"s3Location":{}}}""")]
    [InlineData("""{"inputPrompt":"a","mediaSource":{},"maxOutputTokens":1.5}""")]
    [InlineData("""{"inputPrompt":"a" """)]
    public void Read_Malformed_IsAJsonException(string json) => Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<PegasusRequest>(json));

    [Fact]
    public void Write_NullMember_IsAJsonException() =>
        Assert.Throws<JsonException>(() => BedrockJson.Serialize(new PegasusRequest { InputPrompt = "a", MediaSource = null! }));

    [Theory]
    [MemberData(nameof(Faults))]
    public void CheckRequest_Fault_NamesTheMember(string message, Action<PegasusRequest> spoil)
    {
        PegasusRequest request = PegasusRequest.For("secret", "s3://clips/a.mp4");
        spoil(request);

        ArgumentException e = Assert.Throws<ArgumentException>(() => PegasusModels.FromId("any").CheckRequest!(request));

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckRequest_RangesOfTheService_AreLeftToIt()
    {
        PegasusRequest request = Full();
        request.Temperature = 9;
        request.MaxOutputTokens = 1_000_000;

        PegasusModels.Pegasus12.CheckRequest!(request);
        Assert.Equal(1_000_000, PegasusModels.Pegasus12.ReadMaxTokens!(request));
    }

    private static PegasusRequest Full() => new()
    {
        InputPrompt = "List the boats.",
        MediaSource = PegasusMediaSource.FromS3("s3://clips/a.mp4", "111122223333"),
        Temperature = 0.5,
        MaxOutputTokens = 100,
        ResponseFormat = PegasusResponseFormat.Json("boats", FamilyWire.Json("""{"type":"object","default":null}""")),
        GuardrailConfig = new() { TagSuffix = "q7" },
        AdditionalProperties = new Dictionary<string, JsonElement> { ["later"] = FamilyWire.Json("[1,null]") },
    };
}
