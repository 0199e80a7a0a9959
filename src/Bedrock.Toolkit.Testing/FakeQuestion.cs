using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing;

/// <summary>Sets up the answers of an operation whose request stands in path or query. Thread-safe.</summary>
internal sealed class FakeQuestion<TRequest, TResponse>(JsonTypeInfo<TResponse> responseInfo, ModelScript script, Func<ScriptedCall, TRequest> read)
    : FakeModel<TRequest, TResponse>(null!, responseInfo, script)
{
    private protected override TRequest Read(ScriptedCall call) => read(call);
}
