using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Models.Marengo;

public class MarengoAsyncTests
{
    private const string Output = "s3://harbour-out/jobs";

    [Fact]
    public void For_Sound_IsTakenAsynchronouslyOnly()
    {
        MarengoRequest request = BedrockJson.Deserialize<MarengoRequest>(
            """{"inputType":"audio","audio":{"mediaSource":{"s3Location":{"uri":"s3://harbour-in/foghorn.wav"}}}}""");

        StartAsyncInvokeRequest job = StartAsyncInvokeRequest.For(MarengoModels.Embed30Async, request, Output);

        Assert.Equal("twelvelabs.marengo-embed-3-0-v1:0", job.ModelId);
        Assert.Equal("audio", job.ModelInput.GetProperty("inputType").GetString());
        Assert.Contains("asynchronous", Assert.Throws<ArgumentException>(() => MarengoModels.Embed30.CheckRequest!(request)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void For_BlankText_IsRefusedAsynchronouslyToo()
    {
        Assert.Contains("blank",
            Assert.Throws<ArgumentException>(() => StartAsyncInvokeRequest.For(MarengoModels.Embed30Async, MarengoRequest.For(" "), Output)).Message,
            StringComparison.Ordinal);
        Assert.Contains("blank",
            Assert.Throws<ArgumentException>(() => StartAsyncInvokeRequest.For(MarengoModels.Embed27Async, Marengo27Request.For(" "), Output)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsyncInvokeJobAsync_OfNova_Completes()
    {
        using var fake = new FakeBedrock();
        NovaEmbedAsyncRequest input = BedrockJson.Deserialize<NovaEmbedAsyncRequest>(
            """{"taskType":"SEGMENTED_EMBEDDING","segmentedEmbeddingParams":{"embeddingPurpose":"GENERIC_INDEX","text":{"truncationMode":"END","value":"fog","segmentationConfig":{"maxLengthChars":800}}}}""");

        AsyncInvokeJob job = await fake.Client.StartAsyncInvokeJobAsync(StartAsyncInvokeRequest.For(NovaEmbedModels.MultimodalV1Async, input, Output));

        Assert.Equal(AsyncInvokeStatus.InProgress, (await fake.Client.GetAsyncInvokeAsync(job.InvocationArn)).Status);
        input.SegmentedEmbeddingParams.Text!.SegmentationConfig = null;
        Assert.Contains("SegmentationConfig is null", Assert.Throws<ArgumentException>(
            () => StartAsyncInvokeRequest.For(NovaEmbedModels.MultimodalV1Async, input, Output)).Message, StringComparison.Ordinal);
    }
}
