using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Bedrock.Toolkit.Agents;
using Bedrock.Toolkit.Agents.S3Vectors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData.ProviderServices;

namespace Bedrock.Toolkit.VectorData;

/// <summary>Turns records into vectors with metadata, and back.</summary>
internal sealed class S3VectorRecord<TKey, TRecord>(CollectionModel model)
    where TKey : notnull
    where TRecord : class
{
    public static string KeyOf(object key) => key switch
    {
        string text when text.Length > 0 => text,
        Guid id => id.ToString("D"),
        int or long => Convert.ToString(key, CultureInfo.InvariantCulture)!,
        _ => throw new ArgumentException($"A key is a text that is not empty, a Guid or a whole number; here is {key.GetType().Name}."),
    };

    public PutInputVector Write(TRecord record, Embedding? generated)
    {
        object key = model.KeyProperty.GetValueAsObject(record) ?? throw new ArgumentException("A record has no key.", nameof(record));
        return new PutInputVector
        {
            Key = KeyOf(key),
            Data = new VectorValuesFloat32 { Float32 = VectorOf(generated ?? model.VectorProperty.GetValueAsObject(record)) },
            Metadata = MetadataOf(record),
        };
    }

    public TRecord Read(string key, JsonElement? metadata, VectorValues? data)
    {
        TRecord record = model.CreateRecord<TRecord>()!;
        model.KeyProperty.SetValueAsObject(record, KeyFrom(key));
        foreach (DataPropertyModel property in model.DataProperties)
        {
            if (metadata is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(property.StorageName, out JsonElement value))
            {
                property.SetValueAsObject(record, ValueFrom(value, Nullable.GetUnderlyingType(property.Type) ?? property.Type));
            }
        }

        if (data is VectorValuesFloat32 { Float32: var vector })
        {
            VectorPropertyModel target = model.VectorProperty;
            Type type = Nullable.GetUnderlyingType(target.Type) ?? target.Type;
            object value = type == typeof(float[]) ? (object)vector.ToArray()
                : type == typeof(Embedding<float>) ? new Embedding<float>(vector)
                : vector;
            target.SetValueAsObject(record, value);
        }

        return record;
    }

    public static ReadOnlyMemory<float> VectorOf(object? value) => value switch
    {
        ReadOnlyMemory<float> vector => vector,
        float[] vector => vector,
        Embedding<float> embedding => embedding.Vector,
        null => throw new ArgumentException("A record has no vector."),
        _ => throw new ArgumentException($"A vector is made of floats; here is {value.GetType().Name}, and no generator that makes floats of it is set."),
    };

    private object KeyFrom(string key)
    {
        Type type = model.KeyProperty.Type;
        return type == typeof(Guid) ? Guid.Parse(key)
            : type == typeof(int) ? int.Parse(key, CultureInfo.InvariantCulture)
            : type == typeof(long) ? long.Parse(key, CultureInfo.InvariantCulture)
            : key;
    }

    private JsonElement? MetadataOf(TRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (DataPropertyModel property in model.DataProperties)
            {
                // What is null is not there: metadata have no null.
                if (property.GetValueAsObject(record) is { } value)
                {
                    writer.WritePropertyName(property.StorageName);
                    FilterValue.ToJson(value).WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenCount == 2 ? null : JsonElement.Parse(buffer.WrittenSpan);
    }

    private static object? ValueFrom(JsonElement value, Type type) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Array when type == typeof(string[]) => value.EnumerateArray().Select(static one => one.GetString()!).ToArray(),
        JsonValueKind.Array => value.EnumerateArray().Select(static one => one.GetString()!).ToList(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Number => Type.GetTypeCode(type) switch
        {
            TypeCode.Int32 => (object)value.GetInt32(),
            TypeCode.Int64 => value.GetInt64(),
            TypeCode.Int16 => value.GetInt16(),
            TypeCode.Byte => value.GetByte(),
            TypeCode.Single => value.GetSingle(),
            _ => value.GetDouble(),
        },
        _ => value.GetString(),
    };
}
