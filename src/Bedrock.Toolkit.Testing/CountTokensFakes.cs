using System.ComponentModel;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.CountTokens;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing;

/// <summary>Sets up and reads back CountTokens on <see cref="FakeBedrock"/> and <see cref="BedrockServer"/>. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CountTokensFakes
{
    /// <summary>Sets up what CountTokens answers for a model.</summary>
    /// <param name="fake">The fake.</param>
    /// <param name="model">Exactly the id that is called.</param>
    /// <returns>What queues the answers; a second time, it goes on with the same queue.</returns>
    public static FakeModel<CountTokensRequest, CountTokensResponse> WhenCountTokens(this FakeBedrock fake, ModelId model)
    {
        ArgumentNullException.ThrowIfNull(fake);
        return WhenCountTokens(fake.Engine, model);
    }

    /// <summary>Sets up what CountTokens answers for a model.</summary>
    /// <param name="server">The server.</param>
    /// <param name="model">Exactly the id that is called.</param>
    /// <returns>What queues the answers; a second time, it goes on with the same queue.</returns>
    public static FakeModel<CountTokensRequest, CountTokensResponse> WhenCountTokens(this BedrockServer server, ModelId model)
    {
        ArgumentNullException.ThrowIfNull(server);
        return WhenCountTokens(server.Engine, model);
    }

    /// <summary>The requests of CountTokens for a model that arrived, in order, read back from their bodies.</summary>
    /// <param name="fake">The fake.</param>
    /// <param name="model">Exactly the id that is called.</param>
    /// <returns>New objects; a call that was retried is there once an attempt.</returns>
    public static IReadOnlyList<CountTokensRequest> CountTokensRequests(this FakeBedrock fake, ModelId model)
    {
        ArgumentNullException.ThrowIfNull(fake);
        return fake.Engine.Log.Requests(call => call.Operation == SimulatedCountTokens.Operation && call.ModelId == model.Value,
            BedrockJson.TypeInfo<CountTokensRequest>());
    }

    /// <summary>The requests of CountTokens for a model that arrived, in order, read back from their bodies.</summary>
    /// <param name="server">The server.</param>
    /// <param name="model">Exactly the id that is called.</param>
    /// <returns>New objects; a call that was retried is there once an attempt.</returns>
    public static IReadOnlyList<CountTokensRequest> CountTokensRequests(this BedrockServer server, ModelId model)
    {
        ArgumentNullException.ThrowIfNull(server);
        return server.Engine.Log.Requests(call => call.Operation == SimulatedCountTokens.Operation && call.ModelId == model.Value,
            BedrockJson.TypeInfo<CountTokensRequest>());
    }

    private static FakeModel<CountTokensRequest, CountTokensResponse> WhenCountTokens(SimulatedBedrock engine, ModelId model) => new(
        BedrockJson.TypeInfo<CountTokensRequest>(),
        BedrockJson.TypeInfo<CountTokensResponse>(),
        engine.ScriptOf(SimulatedCountTokens.Operation, model.Value, Words("CountTokens")));

    private static ScriptWords Words(string operation) => new($"{operation}", $"When{operation}(…)", $"{operation}Async", "a stream");
}
