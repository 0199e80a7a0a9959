using System.ComponentModel;
using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing;

/// <summary>Sets up and reads back asynchronous invocation on <see cref="FakeBedrock"/> and <see cref="BedrockServer"/>. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AsyncInvokeFakes
{
    /// <summary>Sets up what StartAsyncInvoke answers.</summary>
    /// <param name="fake">The fake.</param>
    /// <returns>What queues the answers; a second time, it goes on with the same queue.</returns>
    public static FakeModel<StartAsyncInvokeRequest, StartAsyncInvokeResponse> WhenStartAsyncInvoke(this FakeBedrock fake)
    {
        ArgumentNullException.ThrowIfNull(fake);
        return WhenStartAsyncInvoke(fake.Engine);
    }

    /// <summary>Sets up what StartAsyncInvoke answers.</summary>
    /// <param name="server">The server.</param>
    /// <returns>What queues the answers; a second time, it goes on with the same queue.</returns>
    public static FakeModel<StartAsyncInvokeRequest, StartAsyncInvokeResponse> WhenStartAsyncInvoke(this BedrockServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return WhenStartAsyncInvoke(server.Engine);
    }

    /// <summary>The requests of StartAsyncInvoke that arrived, in order, read back from their bodies.</summary>
    /// <param name="fake">The fake.</param>
    /// <returns>New objects; a call that was retried is there once an attempt.</returns>
    public static IReadOnlyList<StartAsyncInvokeRequest> StartAsyncInvokeRequests(this FakeBedrock fake)
    {
        ArgumentNullException.ThrowIfNull(fake);
        return fake.Engine.Log.Requests(call => call.Operation == SimulatedAsyncInvoke.Start, BedrockJson.TypeInfo<StartAsyncInvokeRequest>());
    }

    /// <summary>The requests of StartAsyncInvoke that arrived, in order, read back from their bodies.</summary>
    /// <param name="server">The server.</param>
    /// <returns>New objects; a call that was retried is there once an attempt.</returns>
    public static IReadOnlyList<StartAsyncInvokeRequest> StartAsyncInvokeRequests(this BedrockServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return server.Engine.Log.Requests(call => call.Operation == SimulatedAsyncInvoke.Start, BedrockJson.TypeInfo<StartAsyncInvokeRequest>());
    }

    /// <summary>Sets up what GetAsyncInvoke answers for a job.</summary>
    /// <param name="fake">The fake.</param>
    /// <param name="invocationArn">Exactly the ARN that is asked for.</param>
    /// <returns>What queues the answers, whose functions get the ARN; a second time, it goes on with the same queue.</returns>
    public static FakeModel<string, GetAsyncInvokeResponse> WhenGetAsyncInvoke(this FakeBedrock fake, string invocationArn)
    {
        ArgumentNullException.ThrowIfNull(fake);
        return WhenGetAsyncInvoke(fake.Engine, invocationArn);
    }

    /// <summary>Sets up what GetAsyncInvoke answers for a job.</summary>
    /// <param name="server">The server.</param>
    /// <param name="invocationArn">Exactly the ARN that is asked for.</param>
    /// <returns>What queues the answers, whose functions get the ARN; a second time, it goes on with the same queue.</returns>
    public static FakeModel<string, GetAsyncInvokeResponse> WhenGetAsyncInvoke(this BedrockServer server, string invocationArn)
    {
        ArgumentNullException.ThrowIfNull(server);
        return WhenGetAsyncInvoke(server.Engine, invocationArn);
    }

    /// <summary>Sets up what ListAsyncInvokes answers.</summary>
    /// <param name="fake">The fake.</param>
    /// <returns>What queues the answers, page by page; a second time, it goes on with the same queue.</returns>
    public static FakeModel<ListAsyncInvokesRequest, ListAsyncInvokesResponse> WhenListAsyncInvokes(this FakeBedrock fake)
    {
        ArgumentNullException.ThrowIfNull(fake);
        return WhenListAsyncInvokes(fake.Engine);
    }

    /// <summary>Sets up what ListAsyncInvokes answers.</summary>
    /// <param name="server">The server.</param>
    /// <returns>What queues the answers, page by page; a second time, it goes on with the same queue.</returns>
    public static FakeModel<ListAsyncInvokesRequest, ListAsyncInvokesResponse> WhenListAsyncInvokes(this BedrockServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return WhenListAsyncInvokes(server.Engine);
    }

    private static FakeModel<StartAsyncInvokeRequest, StartAsyncInvokeResponse> WhenStartAsyncInvoke(SimulatedBedrock engine) => new(
        BedrockJson.TypeInfo<StartAsyncInvokeRequest>(),
        BedrockJson.TypeInfo<StartAsyncInvokeResponse>(),
        engine.ScriptOf(SimulatedAsyncInvoke.Start, string.Empty, Words("StartAsyncInvoke")));

    private static FakeModel<string, GetAsyncInvokeResponse> WhenGetAsyncInvoke(SimulatedBedrock engine, string invocationArn) =>
        new FakeQuestion<string, GetAsyncInvokeResponse>(
        BedrockJson.TypeInfo<GetAsyncInvokeResponse>(),
        engine.ScriptOf(SimulatedAsyncInvoke.Get, invocationArn, Words("GetAsyncInvoke")),
        static call => call.Route.Labels["invocationArn"]);

    private static FakeModel<ListAsyncInvokesRequest, ListAsyncInvokesResponse> WhenListAsyncInvokes(SimulatedBedrock engine) =>
        new FakeQuestion<ListAsyncInvokesRequest, ListAsyncInvokesResponse>(
        BedrockJson.TypeInfo<ListAsyncInvokesResponse>(),
        engine.ScriptOf(SimulatedAsyncInvoke.List, string.Empty, Words("ListAsyncInvokes")),
        static call => QueryText.Parse(call.Request.Query));

    private static ScriptWords Words(string operation) => new($"{operation}", $"When{operation}(…)", $"{operation}Async", "a stream");
}
