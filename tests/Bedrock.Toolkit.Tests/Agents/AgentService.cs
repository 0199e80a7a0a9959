using System.Reflection;
using Bedrock.Toolkit.Agents.AgentCore;
using Bedrock.Toolkit.Agents.Building;
using Bedrock.Toolkit.Agents.Runtime;
using Bedrock.Toolkit.Agents.S3Vectors;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Conventions;
using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.Tools;

namespace Bedrock.Toolkit.Tests.Agents;

/// <summary>One of the services that the package calls: its model, its client, its names in C#.</summary>
internal sealed class AgentService
{
    private readonly Func<BedrockClientOptions, IDisposable> _create;
    private readonly Room _room;

    private AgentService(string name, string host, int operations, Func<BedrockClientOptions, IDisposable> create, Type client)
    {
        (Name, Host, Operations, _create, Client) = (name, host, operations, create, client);
        _room = Room.ReadAll(SourceFolders.Repository).Single(room => room.Model == name);
        Model = ApiModel.Read(SharedFolder.PathTo("api", name, "service-2.json"));
    }

    public string Name { get; }

    public string Host { get; }

    public int Operations { get; }

    public Type Client { get; }

    public ApiModel Model { get; }

    public static AgentService Of(string name) => name switch
    {
        "bedrock-agent-runtime" => new(name, "bedrock-agent-runtime.us-east-1.amazonaws.com", 35,
            options => new BedrockAgentRuntimeClient(options), typeof(BedrockAgentRuntimeClient)),
        "bedrock-agent" => new(name, "bedrock-agent.us-east-1.amazonaws.com", 75, options => new BedrockAgentClient(options), typeof(BedrockAgentClient)),
        "bedrock-agentcore" => new(name, "bedrock-agentcore.us-east-1.amazonaws.com", 67, options => new AgentCoreClient(options), typeof(AgentCoreClient)),
        _ => new(name, "s3vectors.us-east-1.api.aws", 19, options => new S3VectorsClient(options), typeof(S3VectorsClient)),
    };

    public IDisposable Over(HttpMessageHandler handler) => _create(TestClient.Options(handler));

    /// <summary>The type of a shape.</summary>
    public Type? TypeOf(string shape) => Client.Assembly.GetType($"{Client.Namespace}.{_room.Names.GetValueOrDefault(shape) ?? RoomTypes.Pascal(shape)}");

    /// <summary>The method of an operation with all its parameters.</summary>
    public MethodInfo MethodOf(ApiOperation operation)
    {
        string name = operation.Name + (operation.Pages is null ? "Async" : "PageAsync");
        return Client.GetMethods().Single(candidate => candidate.Name == name && candidate.GetParameters().Length == 3);
    }

    public ApiMember? StreamOf(ApiOperation operation) =>
        operation.Output is { } output ? Model[output].Members.FirstOrDefault(member => Model[member.Shape].IsEventStream) : null;
}
