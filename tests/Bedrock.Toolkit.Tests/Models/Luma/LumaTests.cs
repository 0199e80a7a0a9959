using System.Text.Json;
using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Images;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.Luma;

public class LumaTests
{
    [SharedFact]
    public void Samples_ReadCheckedAndWritten_AreEqual()
    {
        string[] names = ImageWire.Samples("luma", ".request");

        Assert.Equal(2, names.Length);
        Assert.All(names, name => LumaModels.Ray2.CheckInput!(ImageWire.RoundTrip<LumaRequest>(ImageWire.SampleInput(name))));
    }

    [Fact]
    public void Write_Full_MatchesSnapshot() => Snapshot.Match(BedrockJson.Serialize(new LumaRequest
    {
        Prompt = "waves",
        AspectRatio = LumaAspectRatio.Ratio21x9,
        Loop = true,
        Duration = LumaDuration.NineSeconds,
        Resolution = LumaResolution.P720,
        Keyframes = new LumaKeyframes { Frame0 = LumaKeyframe.For(new BedrockImage(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 })) },
    }));

    [Fact]
    public async Task StartAsyncInvokeJobAsync_OfAVideo_SendsTheTypedInputAndCompletes()
    {
        using var fake = new FakeBedrock();
        var request = StartAsyncInvokeRequest.For(LumaModels.Ray2, LumaRequest.For("waves"), "s3://harbour-out/jobs");

        AsyncInvokeJob job = await fake.Client.StartAsyncInvokeJobAsync(request);

        Assert.Contains("async-invoke/", job.InvocationArn, StringComparison.Ordinal);
        EqualJson.Check("""{"prompt":"waves"}""", JsonElement.Parse(fake.Calls[0].Body.Span).GetProperty("modelInput").GetRawText());
        Assert.Throws<ArgumentException>(() => StartAsyncInvokeRequest.For(LumaModels.Ray2, LumaRequest.For(" "), "s3://harbour-out/jobs"));
    }

    [Fact]
    public void Read_Unknown_Survives()
    {
        const string json = """{"prompt":"a","aspect_ratio":"5:1","camera":{"pan":1},"keyframes":{"frame2":{"type":"image"}}}""";

        EqualJson.Check(json, BedrockJson.Serialize(BedrockJson.Deserialize<LumaRequest>(json)));
    }

    [Fact]
    public void Read_Malformed_IsAJsonException() => Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<LumaRequest>("""{"loop":true}"""));

    [Fact]
    public void Check_WrongInput_IsRefused()
    {
        ImageWire.AssertRefused(LumaModels.Ray2.CheckInput, LumaRequest.For(" "), "Prompt is blank");
        ImageWire.AssertRefused(
            LumaModels.Ray2.CheckInput,
            new LumaRequest { Prompt = "a", Keyframes = new() { Frame1 = LumaKeyframe.For(ImageBytes.NoImage) } },
            "Keyframes.Frame1 is no image");
    }
}
