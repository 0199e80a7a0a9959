using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.NovaReel;

public class NovaReelTests
{
    private static readonly AsyncModel<NovaReelRequest> Model = NovaReelModels.FromId("amazon.nova-reel-v1:1");

    [SharedFact]
    public void Samples_ReadCheckedAndWritten_AreEqual()
    {
        string[] names = ImageWire.Samples("nova-reel", ".request");

        Assert.Equal(3, names.Length);
        Assert.All(names, name => Model.CheckInput!(ImageWire.RoundTrip<NovaReelRequest>(ImageWire.SampleInput(name))));
        var status = ImageWire.RoundTrip<NovaReelStatus>(ImageWire.Sample("nova-reel.video-generation-status"));
        Assert.Equal(NovaReelFailureType.OutputVideoDeflection, status.Shots[1].FailureType);
    }

    [Fact]
    public void Write_Minimal_MatchesSnapshot() => Snapshot.Match(BedrockJson.Serialize(NovaReelRequest.For("waves")));

    [Fact]
    public void Read_Unknown_Survives()
    {
        const string json = """{"taskType":"DREAM","dreamParams":{"a":1},"videoGenerationConfig":{"fps":60,"hdr":true}}""";

        var request = BedrockJson.Deserialize<NovaReelRequest>(json);

        Model.CheckInput!(request);
        EqualJson.Check(json, BedrockJson.Serialize(request));
    }

    [Fact]
    public void Read_Malformed_IsAJsonException() => Assert.ThrowsAny<JsonException>(
        () => BedrockJson.Deserialize<NovaReelRequest>("""{"taskType":"TEXT_VIDEO","textToVideoParams":{"text":null}}"""));

    [Fact]
    public void Check_WrongCombinations_AreRefused()
    {
        ImageWire.AssertRefused(Model.CheckInput, new(), "TaskType is missing");
        ImageWire.AssertRefused(Model.CheckInput, NovaReelRequest.For(new string('a', 513)), "TextToVideoParams.Text", "512");
        ImageWire.AssertRefused(Model.CheckInput, new() { TaskType = "TEXT_VIDEO" }, "exactly the parameters of the task");
        ImageWire.AssertRefused(Model.CheckInput, new() { TaskType = "MULTI_SHOT_MANUAL", MultiShotManualParams = new() { Shots = [] } }, "0 shots");
        ImageWire.AssertRefused(Model.CheckInput, new() { TaskType = "TEXT_VIDEO", TextToVideoParams = new() { Text = "a", Images = [] } }, "0 images");
        ImageWire.AssertRefused(
            Model.CheckInput, new() { TaskType = "MULTI_SHOT_MANUAL", MultiShotManualParams = new() { Shots = [new() { Text = " " }] } },
                "Shots[0].Text is blank");
    }
}
