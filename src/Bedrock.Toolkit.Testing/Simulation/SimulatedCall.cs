using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>What a simulated family gets to see of a call.</summary>
/// <param name="Model">The model id without a geography prefix, such as <c>anthropic.claude-3-haiku-20240307-v1:0</c>.</param>
/// <param name="Body">The request body, surely a JSON object.</param>
internal readonly record struct SimulatedCall(string Model, JsonElement Body);
