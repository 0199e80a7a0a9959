using System.ComponentModel;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing;

/// <summary>Sets up and reads back guardrails on <see cref="FakeBedrock"/> and <see cref="BedrockServer"/>. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GuardrailFakes
{
    /// <summary>Sets up what ApplyGuardrail answers for a guardrail.</summary>
    /// <param name="fake">The fake.</param>
    /// <param name="guardrailIdentifier">Exactly the id or ARN that is called.</param>
    /// <param name="guardrailVersion">Exactly the version that is called.</param>
    /// <returns>What queues the answers; a second time, it goes on with the same queue.</returns>
    public static FakeModel<ApplyGuardrailRequest, ApplyGuardrailResponse> WhenApplyGuardrail(this FakeBedrock fake, string guardrailIdentifier,
        string guardrailVersion)
    {
        ArgumentNullException.ThrowIfNull(fake);
        return WhenApplyGuardrail(fake.Engine, guardrailIdentifier, guardrailVersion);
    }

    /// <summary>Sets up what ApplyGuardrail answers for a guardrail.</summary>
    /// <param name="server">The server.</param>
    /// <param name="guardrailIdentifier">Exactly the id or ARN that is called.</param>
    /// <param name="guardrailVersion">Exactly the version that is called.</param>
    /// <returns>What queues the answers; a second time, it goes on with the same queue.</returns>
    public static FakeModel<ApplyGuardrailRequest, ApplyGuardrailResponse> WhenApplyGuardrail(this BedrockServer server, string guardrailIdentifier,
        string guardrailVersion)
    {
        ArgumentNullException.ThrowIfNull(server);
        return WhenApplyGuardrail(server.Engine, guardrailIdentifier, guardrailVersion);
    }

    /// <summary>The requests of ApplyGuardrail that arrived, in order, read back from their bodies.</summary>
    /// <param name="fake">The fake.</param>
    /// <returns>New objects; a call that was retried is there once an attempt.</returns>
    public static IReadOnlyList<ApplyGuardrailRequest> ApplyGuardrailRequests(this FakeBedrock fake)
    {
        ArgumentNullException.ThrowIfNull(fake);
        return fake.Engine.Log.Requests(call => call.Operation == SimulatedGuardrail.Operation, BedrockJson.TypeInfo<ApplyGuardrailRequest>());
    }

    /// <summary>The requests of ApplyGuardrail that arrived, in order, read back from their bodies.</summary>
    /// <param name="server">The server.</param>
    /// <returns>New objects; a call that was retried is there once an attempt.</returns>
    public static IReadOnlyList<ApplyGuardrailRequest> ApplyGuardrailRequests(this BedrockServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return server.Engine.Log.Requests(call => call.Operation == SimulatedGuardrail.Operation, BedrockJson.TypeInfo<ApplyGuardrailRequest>());
    }

    /// <summary>Sets up what InvokeGuardrailChecks answers.</summary>
    /// <param name="fake">The fake.</param>
    /// <returns>What queues the answers; a second time, it goes on with the same queue.</returns>
    public static FakeModel<InvokeGuardrailChecksRequest, InvokeGuardrailChecksResponse> WhenInvokeGuardrailChecks(this FakeBedrock fake)
    {
        ArgumentNullException.ThrowIfNull(fake);
        return WhenInvokeGuardrailChecks(fake.Engine);
    }

    /// <summary>Sets up what InvokeGuardrailChecks answers.</summary>
    /// <param name="server">The server.</param>
    /// <returns>What queues the answers; a second time, it goes on with the same queue.</returns>
    public static FakeModel<InvokeGuardrailChecksRequest, InvokeGuardrailChecksResponse> WhenInvokeGuardrailChecks(this BedrockServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return WhenInvokeGuardrailChecks(server.Engine);
    }

    /// <summary>The requests of InvokeGuardrailChecks that arrived, in order, read back from their bodies.</summary>
    /// <param name="fake">The fake.</param>
    /// <returns>New objects; a call that was retried is there once an attempt.</returns>
    public static IReadOnlyList<InvokeGuardrailChecksRequest> InvokeGuardrailChecksRequests(this FakeBedrock fake)
    {
        ArgumentNullException.ThrowIfNull(fake);
        return fake.Engine.Log.Requests(call => call.Operation == SimulatedGuardrailChecks.Operation, BedrockJson.TypeInfo<InvokeGuardrailChecksRequest>());
    }

    /// <summary>The requests of InvokeGuardrailChecks that arrived, in order, read back from their bodies.</summary>
    /// <param name="server">The server.</param>
    /// <returns>New objects; a call that was retried is there once an attempt.</returns>
    public static IReadOnlyList<InvokeGuardrailChecksRequest> InvokeGuardrailChecksRequests(this BedrockServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return server.Engine.Log.Requests(call => call.Operation == SimulatedGuardrailChecks.Operation, BedrockJson.TypeInfo<InvokeGuardrailChecksRequest>());
    }

    private static FakeModel<ApplyGuardrailRequest, ApplyGuardrailResponse> WhenApplyGuardrail(SimulatedBedrock engine, string guardrailIdentifier,
        string guardrailVersion) => new(
        BedrockJson.TypeInfo<ApplyGuardrailRequest>(),
        BedrockJson.TypeInfo<ApplyGuardrailResponse>(),
        engine.ScriptOf(SimulatedGuardrail.Operation, $"{guardrailIdentifier}\n{guardrailVersion}", Words("ApplyGuardrail")));

    private static FakeModel<InvokeGuardrailChecksRequest, InvokeGuardrailChecksResponse> WhenInvokeGuardrailChecks(SimulatedBedrock engine) => new(
        BedrockJson.TypeInfo<InvokeGuardrailChecksRequest>(),
        BedrockJson.TypeInfo<InvokeGuardrailChecksResponse>(),
        engine.ScriptOf(SimulatedGuardrailChecks.Operation, string.Empty, Words("InvokeGuardrailChecks")));

    private static ScriptWords Words(string operation) => new($"{operation}", $"When{operation}(…)", $"{operation}Async", "a stream");
}
