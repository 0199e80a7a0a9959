using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="AsyncInvokeOutputDataConfig"/> by the member that is there. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AsyncInvokeOutputDataConfigConverter : SingleKeyUnionConverter<AsyncInvokeOutputDataConfig>
{
    /// <summary>Creates the converter.</summary>
    public AsyncInvokeOutputDataConfigConverter()
        : base(AsyncInvokeJsonContext.Default)
    {
        Add<AsyncInvokeS3Output>("s3OutputDataConfig");
    }

    /// <inheritdoc/>
    protected override AsyncInvokeOutputDataConfig CreateUnknown(JsonElement raw) => new AsyncInvokeUnknownOutput(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(AsyncInvokeOutputDataConfig value) => (value as AsyncInvokeUnknownOutput)?.Raw;
}
