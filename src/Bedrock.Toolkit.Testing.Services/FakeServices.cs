using Bedrock.Toolkit.Testing.Agents;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing;

/// <summary>The simulated services of this package: agents, knowledge bases, AgentCore and S3 Vectors.</summary>
public static class FakeServices
{
    /// <summary>
    /// Lets every <see cref="FakeBedrock"/> and <see cref="BedrockServer"/> of this process answer for them. Needed only when nothing of the process uses
    /// <c>Agents</c>, such as a server for programs of another language. Does nothing the second time.
    /// </summary>
    public static void Load() => SimulatedOperations.Add(new SimulatedAgents());
}
