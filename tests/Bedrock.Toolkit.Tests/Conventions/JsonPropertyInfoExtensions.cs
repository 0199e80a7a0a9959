using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Conventions;

internal static class JsonPropertyInfoExtensions
{
    extension(JsonPropertyInfo property)
    {
        /// <summary>The type of the member in C#: open values go through the generated metadata as texts.</summary>
        public Type DeclaredType => property.CustomConverter is OpenTextConverter text ? text.Value : property.PropertyType;
    }
}
