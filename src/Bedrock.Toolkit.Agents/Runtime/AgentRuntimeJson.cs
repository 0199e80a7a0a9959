using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Agents.Runtime;

/// <summary>The metadata of the service's types, and how its requests become bodies.</summary>
internal static class AgentRuntimeJson
{
    private static readonly RequestBodies Bodies = new(AgentRuntimeJsonContext.Default, BedrockAgentRuntimeClient.NotInBody);

    /// <summary>How a request is written as a body: without what stands in path, query and headers.</summary>
    public static JsonTypeInfo<T> Body<T>() => Bodies.Of<T>();
}
