using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.Agents.AgentCore;

public sealed partial class InvokeAgentRuntimeRequest
{
    /// <summary>A request with a body that is JSON.</summary>
    /// <typeparam name="T">What the agent reads.</typeparam>
    /// <param name="agentRuntimeArn">The runtime.</param>
    /// <param name="payload">The body.</param>
    /// <param name="info">How it is written.</param>
    /// <returns>The request.</returns>
    public static InvokeAgentRuntimeRequest FromJson<T>(string agentRuntimeArn, T payload, JsonTypeInfo<T> info) => new()
    {
        AgentRuntimeArn = agentRuntimeArn,
        ContentType = "application/json",
        Payload = JsonSerializer.SerializeToUtf8Bytes(payload, info),
    };
}

public sealed partial class InvokeAgentRuntimeResponse
{
    /// <summary>Reads the answer as JSON.</summary>
    /// <typeparam name="T">What the agent writes.</typeparam>
    /// <param name="info">How it is read.</param>
    /// <returns>The object; null for the JSON null.</returns>
    /// <exception cref="JsonException">The answer is no JSON, or does not fit the type.</exception>
    public T? ReadJson<T>(JsonTypeInfo<T> info) => JsonSerializer.Deserialize((Response ?? default).Span, info);
}
