using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>Calls simulated families without client and transport.</summary>
internal static class SimulatedCalls
{
    public static JsonElement Invoke(string modelId, string body) => TestModels.Json(
        Encoding.UTF8.GetString(SimulatedFamilies.Answer(modelId, Encoding.UTF8.GetBytes(body), streaming: false).Parts.Single()));

    public static List<JsonElement> Stream(string modelId, string body) =>
        [.. SimulatedFamilies.Answer(modelId, Encoding.UTF8.GetBytes(body), streaming: true).Parts.Select(p => TestModels.Json(Encoding.UTF8.GetString(p)))];

    public static ServiceFailure Refused(string modelId, string body, bool streaming = false)
    {
        ServiceFailure failure = Assert.Throws<ServiceFailure>(() => { SimulatedFamilies.Answer(modelId, Encoding.UTF8.GetBytes(body), streaming); });
        Assert.Equal(400, failure.StatusCode);
        Assert.Equal("ValidationException", failure.Code);
        return failure;
    }
}
