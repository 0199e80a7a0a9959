namespace Bedrock.Toolkit.Serialization;

internal static class JsonSerializerContextExtensions
{
    /// <summary>The metadata of a type that the context must have; a missing registration is a defect of the family, named here.</summary>
    public static JsonTypeInfo<T> Require<T>(this JsonSerializerContext context) => (JsonTypeInfo<T>)context.Require(typeof(T));

    public static JsonTypeInfo Require(this JsonSerializerContext context, Type type) =>
        context.GetTypeInfo(type)
        ?? throw new InvalidOperationException($"{context.GetType().Name} has no [JsonSerializable(typeof({type.Name}))].");
}
