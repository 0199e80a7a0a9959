using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reads and writes <see cref="CountTokensInput"/> by the member that is there. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CountTokensInputConverter : SingleKeyUnionConverter<CountTokensInput>
{
    /// <summary>Creates the converter.</summary>
    public CountTokensInputConverter()
        : base(CountTokensJsonContext.Default)
    {
        Add<CountTokensInvokeModel>("invokeModel");
        Add<CountTokensConverse>("converse");
    }

    /// <inheritdoc/>
    protected override CountTokensInput CreateUnknown(JsonElement raw) => new CountTokensUnknownInput(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(CountTokensInput value) => (value as CountTokensUnknownInput)?.Raw;
}
