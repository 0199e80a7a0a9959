using Bedrock.Toolkit.EventStreams;
using Bedrock.Toolkit.Tests.EventStreams;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Streaming;

public partial class BedrockStreamTests
{
    [Fact]
    public async Task StreamAsync_BeforeEnumeration_SendsNothing_Streaming()
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(A, End));
        using BedrockClient client = TestClient.Over(handler);

        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());
        IAsyncEnumerator<EchoEvent> events = stream.GetAsyncEnumerator();

        Assert.Empty(handler.Sent);
        Assert.Null(stream.Metadata);
        Assert.True(await events.MoveNextAsync());
        Assert.Single(handler.Sent);
        await events.DisposeAsync();
    }

    [Fact]
    public async Task OpenAsync_WaitsForTheFirstEvent_AndTheEnumerationStartsWithIt_Streaming()
    {
        var body = new PieceStream([.. A, .. B, .. End], A.Length);
        using var handler = new ScriptedHandler(_ => Answers.Stream(body));
        using BedrockClient client = TestClient.Over(handler);
        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());

        await stream.OpenAsync();

        Assert.Equal(1, body.Reads);
        Assert.Equal(Answers.RequestId, stream.Metadata!.RequestId);
        Assert.Equal(["a", "b", "z"], (await TestClient.ToListAsync(stream)).Select(e => e.Text));
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task OpenAsync_Twice_DoesNothing_Streaming()
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(A, End));
        using BedrockClient client = TestClient.Over(handler);
        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());

        await stream.OpenAsync();
        await stream.OpenAsync();

        Assert.Equal(2, (await TestClient.ToListAsync(stream)).Count);
        Assert.Single(handler.Sent);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.OpenAsync());
    }

    [Fact]
    public async Task OpenAsync_FirstFrameIsAnError_ThrowsIt_Streaming()
    {
        var body = new PieceStream(Frames.Exception("throttlingException", "{}"));
        using var handler = new ScriptedHandler(_ => Answers.Stream(body));
        using BedrockClient client = TestClient.Over(handler, o => o.MaxAttempts = 1);
        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());

        BedrockThrottlingException e = await Assert.ThrowsAsync<BedrockThrottlingException>(() => stream.OpenAsync());

        Assert.Equal(0, e.EventsDelivered);
        Assert.NotEqual(0, body.Disposals);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.OpenAsync());
    }

    [Fact]
    public async Task OpenAsync_EmptyBody_IsIncomplete_Streaming()
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream());
        using BedrockClient client = TestClient.Over(handler, o => o.MaxAttempts = 1);

        BedrockIncompleteStreamException e =
            await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => client.StreamAsync(Echo.Streaming, Echo.Request()).OpenAsync());

        Assert.Equal(0, e.EventsDelivered);
    }

    [Fact]
    public async Task GetAsyncEnumerator_Twice_IsRefusedAndSendsNothing_Streaming()
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(A, End));
        using BedrockClient client = TestClient.Over(handler);
        BedrockStream<EchoEvent, EchoResponse> stream = client.StreamAsync(Echo.Streaming, Echo.Request());
        await TestClient.ToListAsync(stream);

        Assert.Throws<InvalidOperationException>(() => stream.GetAsyncEnumerator());
        await Assert.ThrowsAsync<InvalidOperationException>(() => stream.ToResponseAsync());
        Assert.Single(handler.Sent);
    }
}
